package org.vgg4j.experiments.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.vgg4j.core.spec.Width;
import org.vgg4j.experiments.bench.EvaluationBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vgg bench eval}. */
@Command(
    name = "eval",
    description = "What the evaluator adds to a network's forward passes, and whole images.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  vgg bench eval --network D --width 1/8"})
final class BenchEvalCommand implements Callable<Integer> {
  @Option(
      names = "--width",
      defaultValue = "1",
      description = "share of the channels, such as 1/8 (default: ${DEFAULT-VALUE})")
  private String width = "1";

  @Mixin private BenchOptions options = new BenchOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    EvaluationBench.Result result = options.evaluation(Width.parse(width)).run();
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "images/s through the evaluator  %.3f of the bare graph's%n",
        result.evaluator());
    out.printf(
        Locale.ROOT, "GFLOP/s of dense evaluation     %.3f of a batch of crops%n", result.dense());
    out.printf(
        Locale.ROOT, "time of multi-crop              %.3f of its crops%n", result.multiCrop());
    out.printf(Locale.ROOT, "GFLOP/s of a batch of crops     %.1f%n", result.cropGigaflops());
    out.flush();
    return 0;
  }
}
