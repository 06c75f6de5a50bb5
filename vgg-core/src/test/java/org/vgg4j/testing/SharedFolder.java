package org.vgg4j.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder of real images and golden data beside the project. Where it is absent, a test that
 * needs it is skipped and says so; {@code VGG_SHARED} names another place.
 */
public final class SharedFolder {
  private SharedFolder() {}

  /** A file or folder below the shared folder; skips the calling test where it is absent. */
  public static Path path(String relative) {
    Path path = Path.of(System.getProperty("vgg.shared", "../shared")).resolve(relative);
    assumeTrue(
        Files.exists(path),
        () -> path + " is absent: set VGG_SHARED to the folder of real images and golden data");
    return path;
  }
}
