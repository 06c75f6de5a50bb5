package org.vgg4j.experiments;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.vgg4j.core.Problem;
import org.vgg4j.core.foreign.Convention;
import org.vgg4j.core.foreign.FileFormat;
import org.vgg4j.core.foreign.ForeignFile;
import org.vgg4j.core.foreign.ImportSettings;
import org.vgg4j.core.foreign.StatedWeights;
import org.vgg4j.core.foreign.WeightsImport;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.weights.NetworkManifest;
import org.vgg4j.core.weights.TensorFile;

/**
 * Another program's file of weights, where nothing has to be chosen to import it.
 *
 * @param file the file
 * @param network that it should hold, at the preset's width
 * @param crop side in pixels of the preset's crops, where the file does not say
 */
record ForeignWeights(Path file, NetworkSpec network, int crop) {

  /** Whether a file is another program's, or one of ours that went out to another. */
  static boolean isForeign(Path file) {
    if (FileFormat.of(file) != FileFormat.SAFETENSORS) {
      return true;
    }
    Map<String, String> metadata = TensorFile.open(file).metadata();
    return !metadata.containsKey("network") || "pt".equals(metadata.get("format"));
  }

  /**
   * Writes the weights in this program's form.
   *
   * @throws Problem if the file does not hold the network, or leaves a choice to the user
   */
  void importTo(Path weights, String sha256) {
    try (ForeignFile foreign = FileFormat.of(file).open(file)) {
      WeightsImport.of(file, foreign, settings())
          .writeTo(
              weights,
              ImmutableMap.of("file", String.valueOf(file.getFileName()), "sha256", sha256));
    }
  }

  /** Side in pixels of the crops that it was trained on, where it says so. */
  int cropOr(int preset) {
    return manifest().map(NetworkManifest::crop).orElse(preset);
  }

  private ImportSettings settings() {
    Convention convention = convention().orElseThrow(this::choiceNeeded);
    return new ImportSettings(
        network,
        cropOr(crop),
        convention.layout(),
        convention.input().orElseThrow(this::choiceNeeded),
        manifest().map(NetworkManifest::classNames).orElse(ImmutableList.of()),
        ImmutableMap.of());
  }

  private Optional<Convention> convention() {
    return stated().map(StatedWeights::convention).or(() -> FileFormat.of(file).convention());
  }

  private Optional<NetworkManifest> manifest() {
    return stated().map(StatedWeights::manifest);
  }

  private Optional<StatedWeights> stated() {
    return FileFormat.of(file) == FileFormat.SAFETENSORS
        ? StatedWeights.of(file)
        : Optional.empty();
  }

  private Problem choiceNeeded() {
    return Problem.configuration(
        file.toString(),
        "does not say whose orders of axes and pixels it has",
        ("choose them: vgg weights import %s --network %s --crop %d --layout torchvision"
                + " --out %s.safetensors, then name that file")
            .formatted(file, network.name(), crop, network.name()));
  }
}
