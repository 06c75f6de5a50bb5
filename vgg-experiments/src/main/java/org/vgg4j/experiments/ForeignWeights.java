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
import org.vgg4j.core.spec.NetworkCatalogue;
import org.vgg4j.core.spec.NetworkNotation;
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

  /** What a network is called that only the command for its file needs. */
  private static final String OWN_NAME = "narrow";

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
        "choose them, such as torchvision's: %s, then name that file".formatted(command()));
  }

  /** What imports the file, to be put into a shell as it is. */
  private String command() {
    String name = network.name();
    String line = isShipped() ? "" : "echo '%s' > %s.txt && ".formatted(line(), OWN_NAME);
    String option = isShipped() ? name : "%s --networks %s.txt".formatted(OWN_NAME, OWN_NAME);
    return "%svgg weights import '%s' --network %s --crop %d --layout torchvision --out %s.safetensors"
        .formatted(line, file.toString().replace("'", "'\\''"), option, crop, name);
  }

  /** Other networks than the shipped ones, narrower ones among them, are written as a line. */
  private boolean isShipped() {
    NetworkCatalogue shipped = NetworkCatalogue.shipped();
    return shipped.names().contains(network.name())
        && LayerDifference.first(network, shipped.network(network.name()), crop).isEmpty();
  }

  private String line() {
    String line = NetworkNotation.print(network);
    return OWN_NAME + line.substring(line.indexOf(' '));
  }
}
