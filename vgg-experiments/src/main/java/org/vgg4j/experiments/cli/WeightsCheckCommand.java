package org.vgg4j.experiments.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.vgg4j.core.Problem;
import org.vgg4j.core.fixture.CheckResult;
import org.vgg4j.core.fixture.Fixture;
import org.vgg4j.core.fixture.LayerDifference;
import org.vgg4j.core.fixture.NetworkCheck;
import org.vgg4j.core.weights.TensorFile;
import org.vgg4j.experiments.table.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vgg weights check}. */
@Command(
    name = "check",
    description =
        "Compares what every layer gives with a fixture, and names the first that differs.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Ends with exit code 0 if all layers agree, with 1 if one differs; where one of the usual",
      "mistakes explains it, that is told. docs/weights-export.md says what a fixture is.",
      "",
      "Example:",
      "  vgg weights check D.safetensors fixture.safetensors"
    })
final class WeightsCheckCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "WEIGHTS", description = "weights of this program")
  private Path weights = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "FIXTURE",
      description = "a .safetensors file, or a folder of .npy files with fixture.yaml")
  private Path fixture = Path.of("");

  @Option(
      names = "--tolerance",
      paramLabel = "T",
      defaultValue = "1e-4",
      description =
          "how much a value may differ, as a part of its layer's largest (default:"
              + " ${DEFAULT-VALUE})")
  private double tolerance;

  @Mixin private DeviceOption device = new DeviceOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (!(tolerance >= 0)) {
      throw Problem.configuration("--tolerance " + tolerance, "is below 0", "use 1e-4 or so");
    }
    Fixture expected = Fixture.open(fixture);
    try (NetworkCheck network = new NetworkCheck(TensorFile.open(weights), device.device())) {
      CheckResult result = network.against(expected, tolerance);
      print(result, spec.commandLine().getOut());
      return result.agrees() ? 0 : Problem.Kind.CHECK_FAILED.exitCode();
    }
  }

  private static void print(CheckResult result, PrintWriter out) {
    TextTable table = new TextTable("layer", "largest difference", "of its largest value");
    for (LayerDifference difference : result.differences()) {
      table.row(difference.layer(), number(difference.largest()), number(difference.relative()));
    }
    out.print(table.markdown());
    out.println();
    result
        .firstDifferent()
        .ifPresentOrElse(first -> out.println(text(first)), () -> out.println("all layers agree"));
    result.likelyCause().ifPresent(cause -> out.println("likely cause: " + cause));
    out.flush();
  }

  private static String text(LayerDifference first) {
    String differs = "the first layer that differs is " + first.layer();
    return first.sameShape()
        ? "%s, most at (image, row, column, channel) %s: %s here, %s in the fixture"
            .formatted(differs, first.place(), first.ours(), first.expected())
        : "%s: its shape is %s here, %s in the fixture"
            .formatted(differs, first.shape(), first.expectedShape());
  }

  private static String number(double value) {
    return value == 0 ? "0" : Float.toString((float) value);
  }
}
