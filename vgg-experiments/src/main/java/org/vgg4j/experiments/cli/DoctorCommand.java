package org.vgg4j.experiments.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.PlainText;
import org.vgg4j.core.Problem;
import org.vgg4j.experiments.doctor.Doctor;
import org.vgg4j.experiments.doctor.Finding;
import org.vgg4j.experiments.doctor.Finding.Level;
import org.vgg4j.experiments.doctor.Machine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vgg doctor}. */
@Command(
    name = "doctor",
    description = "Looks whether this machine, and a data set, are fit for the program.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Ends with exit code 1 if something is missing that is needed. Changes nothing.",
      "",
      "Examples:",
      "  vgg doctor",
      "  vgg doctor --data imagenette --out /scratch/out --json"
    })
final class DoctorCommand implements Callable<Integer> {
  @Option(names = "--data", paramLabel = "DIR", description = "look at this data set too")
  private @Nullable String data;

  @Option(
      names = "--out",
      defaultValue = "out",
      description = "the output folder that is going to be used (default: ${DEFAULT-VALUE})")
  private Path out = Path.of("out");

  @Option(names = "--json", description = "print one JSON object")
  private boolean json;

  @Mixin private ReadingOptions reading = new ReadingOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    List<Finding> findings =
        new Doctor(out, Optional.ofNullable(data), reading.reading()).findings(Machine.here());
    PrintWriter terminal = spec.commandLine().getOut();
    if (json) {
      terminal.print(Json.of(findings));
    } else {
      findings.forEach(finding -> terminal.println(text(finding)));
    }
    terminal.flush();
    boolean missing = findings.stream().anyMatch(f -> f.level() == Level.MISSING);
    return missing ? Problem.Kind.CHECK_FAILED.exitCode() : 0;
  }

  private static String text(Finding finding) {
    String level = finding.level().name().toLowerCase(Locale.ROOT);
    String line = "%-8s %-18s %s".formatted(level, finding.subject(), finding.what());
    return PlainText.of(finding.remedy() == null ? line : line + "; " + finding.remedy());
  }
}
