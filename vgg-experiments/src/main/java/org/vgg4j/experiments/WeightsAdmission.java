package org.vgg4j.experiments;

import java.nio.file.Path;
import java.util.Optional;
import org.vgg4j.core.Problem;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.weights.NetworkManifest;
import org.vgg4j.data.source.ImageDataset;
import org.vgg4j.eval.ClassOrder;

/**
 * Whether a file of weights may fill rows: it must hold their network, for the preset's crop and
 * the data's classes.
 *
 * @param network of the rows, at the preset's width
 * @param images that it is tested on
 */
record WeightsAdmission(Preset preset, NetworkSpec network, ImageDataset images) {

  /**
   * Checks what a file says of itself.
   *
   * @throws Problem at the first thing that does not fit
   */
  void check(Path file, NetworkManifest manifest) {
    checkCrop(file, manifest.crop());
    LayerDifference.first(network, manifest.network(), manifest.crop())
        .ifPresent(
            difference -> {
              throw Problem.data(
                  file.toString(),
                  "does not hold the row's network " + network.name() + ": " + difference,
                  "give the weights of that network, or name the training that they are of");
            });
    ClassOrder.check(manifest, images);
  }

  /** Checks the crop alone, which decides about the shapes of the rest. */
  void checkCrop(Path file, int crop) {
    int ours = preset.recipe().crop();
    if (crop == ours) {
      return;
    }
    Optional<String> fitting = Preset.ofCrop(crop);
    throw Problem.configuration(
        file.toString(),
        "was trained on crops of %d pixels, not %d as preset %s"
            .formatted(crop, ours, preset.name()),
        fitting
            .map(name -> "use --preset " + name)
            .orElse("no preset has that crop: write a recipe with crop: " + crop));
  }
}
