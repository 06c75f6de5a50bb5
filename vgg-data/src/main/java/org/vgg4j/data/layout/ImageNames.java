package org.vgg4j.data.layout;

import com.google.common.collect.ImmutableSet;
import com.google.common.io.Files;
import java.util.Locale;

/** Which files in a folder are meant to be images. Whether they are, their content decides. */
final class ImageNames {
  private static final ImmutableSet<String> EXTENSIONS =
      ImmutableSet.of(
          "jpg", "jpeg", "jpe", "jfif", "png", "gif", "bmp", "ppm", "pgm", "tif", "tiff", "webp",
          "ico");

  private ImageNames() {}

  /** Whether a name ends like that of an image. */
  static boolean fits(String name) {
    return EXTENSIONS.contains(Files.getFileExtension(name).toLowerCase(Locale.ROOT));
  }
}
