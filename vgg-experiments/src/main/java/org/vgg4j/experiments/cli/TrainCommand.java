package org.vgg4j.experiments.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.vgg4j.experiments.Experiment;
import org.vgg4j.experiments.Reproduction;
import org.vgg4j.experiments.Row;
import org.vgg4j.experiments.Settings;
import org.vgg4j.experiments.Training;
import org.vgg4j.train.EpochSummary;
import org.vgg4j.train.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vgg train}. */
@Command(
    name = "train",
    description = "Trains one network from random layers; goes on where it was stopped.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  vgg train --network A",
      "  vgg train --network mine --networks mine.txt --data imagenette --preset mini",
      "  vgg train --network D-BN --recipe modern --data IMAGENET --device gpu",
      "  vgg train --network A --set training.schedule=cosine --set batch=64"
    })
final class TrainCommand implements Callable<Integer> {
  @Option(
      names = "--network",
      required = true,
      completionCandidates = Candidates.Networks.class,
      description = "name of the network")
  private String network = "";

  @Option(
      names = "--scale",
      defaultValue = "256",
      description =
          "train scale S of the paper, such as 256 or 256..512; the preset, or the recipe's crop, scales it")
  private String scale = "256";

  @Option(names = "--seed", defaultValue = "1", description = "where all random choices start")
  private long seed;

  @Mixin private ExperimentOptions options = new ExperimentOptions();
  @Mixin private ProgressOption progress = new ProgressOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Row row = Row.of(network, new Training(scale, null), "center-crop|Q=256", null);
    Experiment experiment = new Experiment("alone", network + " alone", List.of(row));
    Settings settings = options.settings(List.of(seed));
    try (ProgressDisplay display = progress.display(spec.commandLine().getErr())) {
      print(new Reproduction(List.of(experiment), settings, display).train());
    }
    return 0;
  }

  private void print(RunDirectory directory) {
    List<EpochSummary> epochs = directory.journal().epochs();
    EpochSummary last = epochs.get(epochs.size() - 1);
    PrintWriter terminal = spec.commandLine().getOut();
    terminal.printf("weights           %s%n", directory.weights());
    terminal.printf("epochs            %d%n", epochs.size());
    terminal.printf(
        "validation error  top-1 %.1f%%, top-5 %.1f%% (one central crop)%n",
        last.validationTop1(), last.validationTop5());
    terminal.flush();
  }
}
