package org.vgg4j.experiments.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.Problem;
import org.vgg4j.core.spec.PaperNetworks;
import picocli.CommandLine.Option;

/** The size of the images that somebody else's network was trained on. */
final class CropOption {
  @Option(
      names = "--crop",
      paramLabel = "PIXELS",
      description =
          "side of the images that it was trained on (default: what the file says, else 224)")
  private @Nullable Integer crop;

  /** Side in pixels: as asked for, else what the file says, else 224. */
  int or(Optional<Integer> stated) {
    if (crop == null) {
      return stated.orElse(PaperNetworks.CROP);
    }
    if (crop < 1) {
      throw Problem.configuration(
          "--crop " + crop, "is no side of an image", "give it in pixels, such as 224");
    }
    return crop;
  }
}
