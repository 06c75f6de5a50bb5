package org.vgg4j.experiments.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.Problem;
import org.vgg4j.core.graph.Device;
import org.vgg4j.experiments.DataSettings;
import org.vgg4j.experiments.Preset;
import org.vgg4j.experiments.Settings;
import org.vgg4j.train.Safeguards;
import org.vgg4j.train.StopSwitch;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What commands that train have in common. */
final class ExperimentOptions {
  @Option(
      names = "--preset",
      defaultValue = "smoke",
      description = "smoke, mini or paper (default: ${DEFAULT-VALUE})")
  private String preset = "smoke";

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
      names = "--save-every",
      paramLabel = "STEPS",
      description = "steps between checkpoints within an epoch (default: ten minutes)")
  private int saveEvery;

  @Option(
      names = "--keep",
      paramLabel = "EPOCHS",
      description = "checkpoints of past epochs to keep, besides the last and the best")
  private int keep;

  @Option(
      names = "--abort-on-plateau",
      description = "end a training whose loss stays where guessing puts it")
  private boolean abortOnPlateau;

  @Mixin private ReadingOptions reading = new ReadingOptions();
  @Mixin private NetworksOption networks = new NetworksOption();
  @Mixin private DeviceOption device = new DeviceOption();

  private Safeguards safeguards() {
    if (saveEvery < 0 || keep < 0) {
      throw Problem.configuration(
          saveEvery < 0 ? "--save-every " + saveEvery : "--keep " + keep,
          "is below 0",
          "leave it out for the default");
    }
    StopSwitch stop = new StopSwitch();
    Runtime.getRuntime().addShutdownHook(new Thread(new SaveOnSignal(stop)));
    return new Safeguards(saveEvery, keep, abortOnPlateau, stop);
  }

  Settings settings(List<Long> seeds) {
    Preset resolved = Preset.named(preset);
    String source = data == null ? resolved.defaultData() : data;
    if (source.isEmpty()) {
      throw Problem.configuration(
          "preset " + preset, "needs a data set", "add --data FOLDER, or --data generated");
    }
    Device on = device.device();
    int stages = parallel != null ? parallel : resolved.sideBySide() ? on.threads() : 1;
    DataSettings dataSettings = new DataSettings(source, reading.reading());
    return new Settings(
        resolved, networks.catalogue(), dataSettings, out, seeds, on, stages, safeguards());
  }
}
