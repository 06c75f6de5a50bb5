package org.vgg4j.experiments.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.Problem;
import org.vgg4j.core.graph.Device;
import org.vgg4j.core.spec.NetworkCatalogue;
import org.vgg4j.experiments.DataSettings;
import org.vgg4j.experiments.Preset;
import org.vgg4j.experiments.Settings;
import org.vgg4j.experiments.WeightsChoices;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What commands that train have in common. */
final class ExperimentOptions {
  @Option(names = "--data", description = "generated, or the place of a data set")
  private @Nullable String data;

  @Option(
      names = "--out",
      defaultValue = "out",
      description = "output folder (default: ${DEFAULT-VALUE})")
  private Path out = Path.of("out");

  @Option(
      names = "--parallel",
      paramLabel = "STAGES",
      description = "stages side by side (default: one a core where they are tiny, else 1)")
  private @Nullable Integer parallel;

  @Option(
      names = "--histograms",
      description = "show TensorBoard how the parameters are distributed after each epoch")
  private boolean histograms;

  @Mixin private SafeguardOptions safeguards = new SafeguardOptions();
  @Mixin private RecipeOptions recipe = new RecipeOptions();
  @Mixin private ReadingOptions reading = new ReadingOptions();
  @Mixin private NetworksOption networks = new NetworksOption();
  @Mixin private DeviceOption device = new DeviceOption();

  NetworkCatalogue networks() {
    return networks.catalogue();
  }

  Preset preset() {
    return recipe.preset();
  }

  Path out() {
    return out;
  }

  Settings settings(List<Long> seeds) {
    Preset resolved = recipe.preset();
    String source = data == null ? resolved.defaultData() : data;
    if (source.isEmpty()) {
      throw Problem.configuration(
          "preset " + resolved.name(),
          "needs a data set",
          "add --data FOLDER, or --data generated");
    }
    Device on = device.device();
    DataSettings dataSettings = new DataSettings(source, reading.reading());
    return new Settings(
        resolved,
        networks.catalogue(),
        dataSettings,
        out,
        seeds,
        on,
        parallel(resolved, on),
        safeguards.safeguards(),
        histograms,
        WeightsChoices.none());
  }

  private int parallel(Preset resolved, Device on) {
    if (parallel == null) {
      return resolved.sideBySide() ? on.threads() : 1;
    }
    if (parallel < 1) {
      throw Problem.configuration("--parallel " + parallel, "trains nothing", "give 1 or more");
    }
    return parallel;
  }
}
