package org.vgg4j.experiments.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.vgg4j.core.Problem;
import org.vgg4j.core.weights.TensorDifference;
import org.vgg4j.core.weights.TensorFile;
import org.vgg4j.core.weights.WeightsComparison;
import org.vgg4j.train.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vgg weights diff}. */
@Command(
    name = "diff",
    description = "Compares two sets of weights bit by bit.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "A run folder stands for its weights, or for its last checkpoint while it has none yet.",
      "Prints 'identical' and ends with exit code 0, or tells the difference and ends with 1.",
      "Metadata count for nothing, but a remark says where crop, pixels or classes differ.",
      "",
      "Example:",
      "  vgg weights diff out/runs/A-S37-seed1-0123abcd other/runs/A-S37-seed1-0123abcd"
    })
final class WeightsDiffCommand implements Callable<Integer> {
  /** What a weights file says of how its network is used. */
  private static final List<String> USES =
      List.of("network", "classes", "crop", "mean", "scale", "classNames");

  private static final String WHAT = "a run folder or a .safetensors file";

  @Parameters(index = "0", paramLabel = "A", description = WHAT)
  private Path first = Path.of("");

  @Parameters(index = "1", paramLabel = "B", description = WHAT)
  private Path second = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    TensorFile a = open(first);
    TensorFile b = open(second);
    WeightsComparison comparison = WeightsComparison.of(a, b);
    PrintWriter out = spec.commandLine().getOut();
    if (comparison.identical()) {
      out.println("identical");
    } else {
      print(comparison, out);
    }
    out.flush();
    remarkUses(a, b);
    return comparison.identical() ? 0 : Problem.Kind.CHECK_FAILED.exitCode();
  }

  /** The same weights are of different use where other pixels go in or other classes come out. */
  private void remarkUses(TensorFile a, TensorFile b) {
    List<String> differing =
        USES.stream()
            .filter(key -> !Objects.equals(a.metadata().get(key), b.metadata().get(key)))
            .toList();
    if (!differing.isEmpty()) {
      PrintWriter err = spec.commandLine().getErr();
      err.println("the metadata differ in " + String.join(", ", differing));
      err.flush();
    }
  }

  private static TensorFile open(Path place) {
    if (!Files.isDirectory(place)) {
      return TensorFile.open(place);
    }
    RunDirectory run = new RunDirectory(place);
    if (!run.isFinished() && !Files.exists(run.checkpoint())) {
      throw Problem.data(
          place.toString(),
          "holds neither weights.safetensors nor checkpoints/last.safetensors",
          "give the folder of a run, such as out/runs/A-S37-seed1-0123abcd");
    }
    return TensorFile.open(run.isFinished() ? run.weights() : run.checkpoint());
  }

  private static void print(WeightsComparison comparison, PrintWriter out) {
    List<TensorDifference> differing = comparison.differing();
    if (!differing.isEmpty()) {
      TensorDifference first = differing.get(0);
      out.printf(
          "first difference    %s %s: %s and %s%n",
          first.name(), first.index(), number(first.first()), number(first.second()));
      out.printf("largest difference  %s%n", number(comparison.largest()));
      out.printf("mean difference     %s%n", number(comparison.mean()));
    }
    out.printf("differing tensors   %d of %d%n", differing.size(), comparison.tensors());
    print("only in A", comparison.onlyInFirst(), out);
    print("only in B", comparison.onlyInSecond(), out);
    print("of other shapes", comparison.otherShapes(), out);
  }

  private static void print(String title, List<String> names, PrintWriter out) {
    if (!names.isEmpty()) {
      out.printf("%-19s %s%n", title, String.join(", ", names));
    }
  }

  /** The shortest text of a float that reads back as the same. */
  private static String number(double value) {
    return Float.toString((float) value);
  }
}
