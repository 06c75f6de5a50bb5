package org.vgg4j.experiments.cli;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.MustBeClosed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.Problem;
import org.vgg4j.data.DataSource;
import org.vgg4j.data.Resources;
import org.vgg4j.experiments.aid.OutputFolder;
import org.vgg4j.experiments.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vgg report}. */
@Command(
    name = "report",
    description = "Writes one HTML file that shows what an output folder holds.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Tables beside the paper's, claims, plots, networks, training curves, classes, crops and the",
      "hardest images. The file needs no network and can be sent to others.",
      "",
      "Examples:",
      "  vgg report out",
      "  vgg report runs/mini --data imagenette --out mini.html",
      "  vgg report runs/mini --without-images"
    })
final class ReportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "OUT", description = "an output folder")
  private Path folder = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "the file to write (default: report.html in OUT)")
  private @Nullable Path file;

  @Option(
      names = "--data",
      description = "where the data set is (default: where it was when the tables were made)")
  private @Nullable String data;

  @Option(
      names = "--without-images",
      description = "show no images, so that the file may be given to others")
  private boolean withoutImages;

  @Mixin private ReadingOptions reading = new ReadingOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    OutputFolder output = OutputFolder.at(folder);
    Path target = file == null ? folder.resolve("report.html") : file;
    try (DataSource source = withoutImages ? null : source(output)) {
      Report.of(output, Optional.ofNullable(source).map(DataSource::val)).write(target);
    }
    spec.commandLine().getOut().println("wrote " + target);
    spec.commandLine().getOut().flush();
    return 0;
  }

  /** A data set that is asked for must be there; one that is only remembered may be gone. */
  @MustBeClosed
  private @Nullable DataSource source(OutputFolder output) {
    if (data != null) {
      return opened(data);
    }
    List<String> gone = new ArrayList<>();
    for (String place : remembered(output)) {
      try {
        return opened(place);
      } catch (Problem e) {
        gone.add("the report shows no images: " + e.getMessage());
      }
    }
    gone.stream().limit(1).forEach(spec.commandLine().getErr()::println);
    return null;
  }

  private static Set<String> remembered(OutputFolder output) {
    return output.tables().stream()
        .map(table -> table.provenance().data())
        .collect(ImmutableSet.toImmutableSet());
  }

  @MustBeClosed
  private DataSource opened(String place) {
    return DataSource.open(place, reading.reading(), Resources.threads(1));
  }
}
