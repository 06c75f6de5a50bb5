package org.vgg4j.core.spec;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;

/** The six columns of the paper's Table 1. */
public final class PaperNetworks {
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
