package org.vgg4j.experiments.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.AtomicFile;
import org.vgg4j.core.Problem;
import org.vgg4j.experiments.gate.Gate;
import org.vgg4j.experiments.gate.GateReport;
import org.vgg4j.experiments.gate.GateReport.Detail;
import org.vgg4j.experiments.gate.JUnitReport;
import org.vgg4j.experiments.gate.Measurement;
import org.vgg4j.experiments.gate.Reference;
import org.vgg4j.experiments.gate.ReferenceFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vgg gate}. */
@Command(
    name = "gate",
    description = "Holds what the program computes, and the tables in OUT, against a baseline.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Trains nothing. Ends with 0 where all is as it was, 1 on drift, 2 where the baseline is of",
      "another version or lacks something, 3 where OUT can't be read.",
      "",
      "Examples:",
      "  vgg gate --baseline baseline.json out",
      "  vgg gate --baseline baseline.json --junit gate.xml --summary gate.md out",
      "  vgg gate --baseline baseline.json --update out"
    })
final class GateCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "OUT",
      defaultValue = "out",
      description = "an output folder of vgg reproduce (default: ${DEFAULT-VALUE})")
  private Path out = Path.of("");

  @Option(
      names = "--baseline",
      required = true,
      paramLabel = "FILE",
      description = "what was approved")
  private Path baseline = Path.of("");

  @Option(names = "--update", description = "write the baseline anew, and print what changed in it")
  private boolean update;

  @Option(names = "--verbose", description = "show what passed, too")
  private boolean verbose;

  @Option(
      names = "--speed",
      description = "measure speed beside a matrix product, too; takes some minutes")
  private boolean speed;

  @Option(names = "--junit", paramLabel = "FILE", description = "write the checks as JUnit XML")
  private @Nullable Path junit;

  @Option(
      names = "--summary",
      paramLabel = "FILE",
      description = "write what is printed as Markdown, such as for GITHUB_STEP_SUMMARY")
  private @Nullable Path summary;

  @Mixin private GateOptions limits = new GateOptions();
  @Mixin private DeviceOption device = new DeviceOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    ReferenceFile file = new ReferenceFile(baseline);
    Gate gate = new Gate(limits.limits());
    Optional<Reference> then = update ? file.readForUpdate() : Optional.of(file.read());
    Measurement measurement = new Measurement(out, device.device());
    Reference now = speed ? measurement.takenWithSpeed() : measurement.taken();
    if (update) {
      update(file, then, now);
      return 0;
    }
    return judge(file, report(gate, then.orElseThrow(), now));
  }

  private static GateReport report(Gate gate, Reference then, Reference now) {
    return new GateReport(gate.checks(then, now), then, now);
  }

  private void update(ReferenceFile file, Optional<Reference> then, Reference now) {
    Reference kept = then.map(now::orSpeedOf).orElse(now);
    file.write(kept);
    PrintWriter terminal = spec.commandLine().getOut();
    terminal.print(then.map(old -> kept.changesSince(old)).orElse(""));
    terminal.println("wrote " + baseline);
    terminal.flush();
  }

  private int judge(ReferenceFile file, GateReport report) {
    String text = report.text(verbose ? Detail.ALL : Detail.FAILURES);
    PrintWriter terminal = spec.commandLine().getOut();
    terminal.print(text);
    terminal.flush();
    if (junit != null) {
      AtomicFile.write(junit, JUnitReport.of(report.checks()));
    }
    if (summary != null) {
      AtomicFile.write(summary, "## vgg gate\n\n" + text);
    }
    if (!report.isOpen()) {
      return Problem.Kind.CHECK_FAILED.exitCode();
    }
    file.checkKnown(report.unknown());
    return 0;
  }
}
