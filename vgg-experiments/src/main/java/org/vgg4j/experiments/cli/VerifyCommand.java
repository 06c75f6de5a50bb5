package org.vgg4j.experiments.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vgg4j.experiments.DataSettings;
import org.vgg4j.experiments.aid.DataCheck;
import org.vgg4j.experiments.aid.OutputFolder;
import org.vgg4j.experiments.aid.ProcessDevice;
import org.vgg4j.experiments.aid.RowQuery;
import org.vgg4j.experiments.aid.Verification;
import org.vgg4j.experiments.table.Provenance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vgg verify}. */
@Command(
    name = "verify",
    description = "Computes cells of tables again and tells what differs.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Always: errors, intervals, ties and claims are computed from the stored posteriors, and the",
      "weights' and the data's hashes compared with those that were written down. What the two",
      "options add takes as long as it took then. A training starts from its parent's stored weights.",
      "Ends with exit code 1 if anything differs.",
      "",
      "Examples:",
      "  vgg verify out",
      "  vgg verify out table3 D 256 --posteriors",
      "  vgg verify out table3 D/256 --training --data imagenette"
    })
final class VerifyCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "OUT", description = "an output folder")
  private Path out = Path.of("");

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "TABLE",
      completionCandidates = Candidates.Experiments.class,
      description = "such as table3 (default: all)")
  private @Nullable String table;

  @Parameters(
      index = "2..*",
      arity = "0..*",
      paramLabel = "ROW",
      description = "a row's name, then S, Q or the protocol (default: all)")
  private List<String> row = List.of();

  @Option(names = "--posteriors", description = "test the weights again")
  private boolean posteriors;

  @Option(names = "--training", description = "train the networks again, in a temporary folder")
  private boolean training;

  @Option(
      names = "--tolerance",
      defaultValue = "0",
      description = "how far posteriors may differ (default: ${DEFAULT-VALUE}, equal bits)")
  private double tolerance;

  @Option(names = "--data", description = "the place of the data (default: where they lay then)")
  private @Nullable String data;

  @Option(names = "--json", description = "print one JSON object")
  private boolean json;

  @Mixin private ReadingOptions reading = new ReadingOptions();
  @Mixin private ThenDeviceOption device = new ThenDeviceOption();
  @Mixin private ProgressOption progress = new ProgressOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    OutputFolder folder = OutputFolder.at(out);
    Verification verification =
        Verification.of(folder, Optional.ofNullable(table), new RowQuery(row));
    ProcessDevice on = device.processDevice(verification::threads);
    CheckReport report = new CheckReport(spec.commandLine().getOut(), json);
    verification.stored().forEach(report::add);
    for (Provenance made : verification.dataSets()) {
      DataSettings settings =
          new DataSettings(data == null ? made.data() : data, reading.reading());
      report.add(DataCheck.of(made, settings, folder, on.threads()));
      Recomputation again =
          new Recomputation(verification, settings, on, progress, spec.commandLine().getErr());
      if (posteriors) {
        again.testOn(made.dataHash(), tolerance, report);
      }
      if (training) {
        again.trainOn(made.dataHash(), report);
      }
    }
    return report.exitCode();
  }
}
