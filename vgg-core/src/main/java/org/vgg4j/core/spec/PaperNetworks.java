package org.vgg4j.core.spec;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;

/** The six columns of the paper's Table 1, and the images that they were made for. */
public final class PaperNetworks {
  /** The side of the images that they are trained on, in pixels (section 2.1). */
  public static final int CROP = 224;

  private static final ImmutableList<String> NAMES =
      ImmutableList.of("A", "A-LRN", "B", "C", "D", "E");

  private PaperNetworks() {}

  /** The names of the columns, from left to right. */
  public static ImmutableList<String> names() {
    return NAMES;
  }

  /** The networks of the columns, from left to right, for 1000 classes. */
  public static ImmutableList<NetworkSpec> columns() {
    return NAMES.stream().map(NetworkCatalogue.shipped()::network).collect(toImmutableList());
  }
}
