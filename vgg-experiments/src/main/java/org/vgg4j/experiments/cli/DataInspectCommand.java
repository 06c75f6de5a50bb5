package org.vgg4j.experiments.cli;

import com.google.common.collect.ImmutableList;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.vgg4j.data.DataSource;
import org.vgg4j.data.source.ImageDataset;
import org.vgg4j.data.statistics.Inspection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vgg data inspect}. */
@Command(
    name = "inspect",
    description = "Shows what a data set consists of. Reads every file, decodes nothing.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  vgg data inspect imagenette-160",
      "  vgg data inspect photographs --layout flat --json"
    })
final class DataInspectCommand implements Callable<Integer> {
  @Option(names = "--json", description = "print one JSON object")
  private boolean json;

  @Mixin private DatasetOptions dataset = new DatasetOptions();
  @Mixin private ProgressOption progress = new ProgressOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  /** What {@code --json} prints. */
  private record Report(
      String location,
      String layout,
      List<String> notes,
      List<String> skipped,
      List<Inspection> splits) {}

  @Override
  public Integer call() {
    try (DataSource source = dataset.open()) {
      Report report =
          new Report(
              dataset.location(),
              source.layout(),
              source.notes(),
              source.skipped(),
              inspections(source));
      PrintWriter out = spec.commandLine().getOut();
      out.print(json ? Json.of(report) : text(report));
      out.flush();
    }
    return 0;
  }

  private ImmutableList<Inspection> inspections(DataSource source) {
    try (TransferDisplay display = progress.images(spec.commandLine().getErr())) {
      ImmutableList.Builder<Inspection> inspections = ImmutableList.builder();
      for (ImageDataset split : source.splits().values()) {
        display.starts("inspecting " + split.name(), split.size());
        inspections.add(Inspection.of(split, dataset.threads(), display::moved));
      }
      return inspections.build();
    }
  }

  private static String text(Report report) {
    StringBuilder text = new StringBuilder();
    text.append("layout   ").append(report.layout()).append('\n');
    report.notes().forEach(note -> text.append("note     ").append(note).append('\n'));
    report.splits().forEach(split -> text.append('\n').append(new InspectionText(split)));
    text.append(DatasetOptions.skipped(report.skipped()));
    return text.toString();
  }
}
