package org.vgg4j.experiments.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.vgg4j.data.DataSource;
import org.vgg4j.data.Reading;
import org.vgg4j.data.Resources;
import org.vgg4j.experiments.bench.NetworkBench;
import org.vgg4j.experiments.bench.TrainingBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vgg bench}. */
@Command(
    name = "bench",
    description = "Measures speed, of networks beside a 4096 x 4096 float32 matrix product.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(infer | train | data | eval)",
    subcommands = {BenchDataCommand.class, BenchEvalCommand.class},
    footer = {
      "",
      "Examples:",
      "  vgg bench infer --network D",
      "  vgg bench train --network A --batch 16",
      "  vgg bench data --data imagenet --scale 256 --crop 224"
    })
final class BenchCommand {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "infer",
      description = "Forward passes of images in memory.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  vgg bench infer --network D --batch 8 --size 224"})
  void infer(@Mixin BenchOptions options) {
    print(options.bench().inference());
  }

  @Command(
      name = "train",
      description = "SGD steps: the bare graph, and the trainer's loop with its input pipeline.",
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "Examples:",
        "  vgg bench train --network D --batch 8 --size 224",
        "  vgg bench train --network A --batch 4 --size 32 --soak 2000"
      })
  void train(
      @Mixin BenchOptions options,
      @Option(
              names = "--data",
              paramLabel = "DIR",
              defaultValue = "generated",
              description = "where fresh images come from (default: ${DEFAULT-VALUE})")
          String data,
      @Option(
              names = "--soak",
              paramLabel = "STEPS",
              description = "take so many steps instead and see whether memory stays flat")
          int soak) {
    NetworkBench bench = options.bench();
    try (DataSource source =
        DataSource.open(data, Reading.DEFAULT, Resources.threads(bench.device().threads()))) {
      TrainingBench training = new TrainingBench(bench, source.any());
      if (soak > 0) {
        print(training.soak(soak));
      } else {
        print(bench.training());
        print(training.pipelineCost());
      }
    }
  }

  private void print(TrainingBench.Soak soak) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(Locale.ROOT, "steps                 %d%n", soak.steps());
    out.printf(Locale.ROOT, "native after a tenth  %d MiB%n", soak.before());
    out.printf(Locale.ROOT, "native at the end     %d MiB%n", soak.after());
    out.flush();
  }

  private void print(TrainingBench.PipelineCost cost) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(Locale.ROOT, "input pipeline        %+.1f%%%n", 100 * cost.overhead());
    out.printf(Locale.ROOT, "waits for images      %.1f%%%n", 100 * cost.waiting());
    out.flush();
  }

  private void print(NetworkBench.Result result) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(Locale.ROOT, "images/s              %.2f%n", result.imagesPerSecond());
    out.printf(Locale.ROOT, "GFLOP/s               %.1f%n", result.gigaflops());
    out.printf(Locale.ROOT, "ratio to the product  %.2f%n", result.ratio());
    out.flush();
  }
}
