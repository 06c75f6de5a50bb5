package org.vgg4j.experiments.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.vgg4j.data.DataSource;
import org.vgg4j.data.source.ImageDataset;
import org.vgg4j.data.statistics.ColourStatistics;
import org.vgg4j.data.statistics.PrincipalComponents;
import org.vgg4j.data.statistics.StatisticsCache;
import org.vgg4j.experiments.table.Numbers;
import org.vgg4j.experiments.table.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vgg data statistics}. */
@Command(
    name = "statistics",
    description = "Mean and principal components of the colours of the images to learn from.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Over all pixels at their original size, in levels of 0..255; a data set without a split",
      "train is taken from its split val. The bits hang on no number of threads.",
      "",
      "Examples:",
      "  vgg data statistics imagenette-160",
      "  vgg data statistics imagenet --cache out --json"
    })
final class DataStatisticsCommand implements Callable<Integer> {
  @Option(names = "--json", description = "print one JSON object")
  private boolean json;

  @Mixin private DatasetOptions dataset = new DatasetOptions();
  @Mixin private ProgressOption progress = new ProgressOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  /** What {@code --json} prints. */
  private record Report(
      String split,
      ColourStatistics colours,
      PrincipalComponents components,
      List<String> skipped) {}

  @Override
  public Integer call() {
    try (DataSource source = dataset.open()) {
      ImageDataset split = source.any();
      ColourStatistics colours = statistics(split);
      Report report = new Report(split.name(), colours, colours.components(), source.skipped());
      PrintWriter out = spec.commandLine().getOut();
      out.print(json ? Json.of(report) : text(report));
      out.flush();
    }
    return 0;
  }

  private ColourStatistics statistics(ImageDataset split) {
    try (TransferDisplay display = progress.images(spec.commandLine().getErr())) {
      display.starts("decoding " + split.name(), split.size());
      return new StatisticsCache(dataset.cache(), dataset.reading().decoding())
          .of(split, dataset.threads(), display::moved);
    }
  }

  private static String text(Report report) {
    PrincipalComponents components = report.components();
    TextTable table = new TextTable("component", "variance", "red", "green", "blue");
    for (int k = 0; k < components.values().size(); k++) {
      List<Double> vector = components.vectors().get(k);
      table.row(
          k + 1,
          number("%.3f", components.values().get(k)),
          number("%.4f", vector.get(0)),
          number("%.4f", vector.get(1)),
          number("%.4f", vector.get(2)));
    }
    return report.split()
        + ": "
        + Numbers.whole(report.colours().pixels())
        + " pixels, mean of red, green, blue "
        + report.colours().mean().stream()
            .map(value -> number("%.3f", value))
            .collect(Collectors.joining(", "))
        + "\n\n"
        + table.markdown()
        + DatasetOptions.skipped(report.skipped());
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
