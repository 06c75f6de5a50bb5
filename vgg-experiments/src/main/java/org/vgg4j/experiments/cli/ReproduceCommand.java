package org.vgg4j.experiments.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.vgg4j.experiments.DryRun;
import org.vgg4j.experiments.Experiment;
import org.vgg4j.experiments.Experiments;
import org.vgg4j.experiments.Reproduction;
import org.vgg4j.experiments.ResultFiles;
import org.vgg4j.experiments.RowSelection;
import org.vgg4j.experiments.Settings;
import org.vgg4j.experiments.SpecTable;
import org.vgg4j.experiments.table.ResultsTable;
import org.vgg4j.experiments.table.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vgg reproduce}. */
@Command(
    name = "reproduce",
    description = "Fills tables of the paper, or of your own.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Finished stages are kept in the output folder and reused; a killed run goes on.",
      "",
      "Examples:",
      "  vgg reproduce table3",
      "  vgg reproduce table3 --preset mini --data imagenette --out mini --seeds 1,2,3",
      "  vgg reproduce table3 --only A/256 --only B/256",
      "  vgg reproduce table3 table4 --preset paper --data imagenet --weights-only",
      "      --weights D=VGG_ILSVRC_16_layers.caffemodel --weights E=E.safetensors",
      "  vgg reproduce all",
      "  vgg reproduce mine.yaml --networks mine.txt --dry-run"
    })
final class ReproduceCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "TABLE",
      completionCandidates = Candidates.Experiments.class,
      arity = "1..*",
      description =
          "table1 to table7, shallow, initialisation, batch-norm, receptive-field, scale-gap, all,"
              + " or a YAML file")
  private List<String> sources = List.of();

  @Option(
      names = "--only",
      paramLabel = "ROW",
      description = "only the rows of this label, such as D/256; repeatable")
  private List<String> only = List.of();

  @Option(names = "--dry-run", description = "print what would be done; write nothing")
  private boolean dryRun;

  @Option(
      names = "--format",
      split = ",",
      defaultValue = "md",
      description = "what to print: md, csv, json, tex, html (default: ${DEFAULT-VALUE})")
  private List<Format> formats = List.of(Format.MD);

  @Mixin private SeedsOption seeds = new SeedsOption();
  @Mixin private WeightsOptions weights = new WeightsOptions();
  @Mixin private ExperimentOptions options = new ExperimentOptions();
  @Mixin private ProgressOption progress = new ProgressOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  private enum Format {
    MD,
    CSV,
    JSON,
    TEX,
    HTML
  }

  @Override
  public Integer call() {
    PrintWriter terminal = spec.commandLine().getOut();
    sources().stream()
        .filter(SpecTable.NAMES::contains)
        .forEach(source -> printOfSpec(SpecTable.named(source), terminal));
    List<Experiment> experiments = experiments();
    if (dryRun) {
      terminal.print(experiments.isEmpty() ? "" : new DryRun(experiments, settings()).text());
    } else if (!experiments.isEmpty()) {
      run(experiments).forEach(table -> print(table, terminal));
    }
    terminal.flush();
    return 0;
  }

  /** Tables 1 and 2 need no training. */
  private void printOfSpec(SpecTable table, PrintWriter terminal) {
    TextTable content = table.content(options.networks());
    if (!dryRun) {
      new ResultFiles(options.out()).write(table, content);
    }
    for (Format format : formats) {
      terminal.println(
          switch (format) {
            case MD -> content.markdown();
            case CSV -> content.csv();
            case JSON -> content.json(table.title());
            case TEX -> content.latex(table.title());
            case HTML -> content.html(table.title());
          });
    }
  }

  private List<String> sources() {
    return sources.stream().flatMap(ReproduceCommand::expanded).distinct().toList();
  }

  private static Stream<String> expanded(String source) {
    return source.equals("all")
        ? Stream.concat(SpecTable.NAMES.stream(), Experiments.NAMES.stream())
        : Stream.of(source);
  }

  private List<Experiment> experiments() {
    List<Experiment> experiments =
        sources().stream()
            .filter(source -> !SpecTable.NAMES.contains(source))
            .map(source -> Experiments.named(source, options.networks(), options.preset()))
            .toList();
    Experiments.checkNames(experiments);
    return only.isEmpty() || experiments.isEmpty()
        ? experiments
        : new RowSelection(only).of(experiments);
  }

  private List<ResultsTable> run(List<Experiment> experiments) {
    try (ProgressDisplay display = progress.display(spec.commandLine().getErr())) {
      List<String> given = GivenOptions.of(spec.commandLine().getParseResult());
      return new Reproduction(experiments, settings(), display, table -> table.withOptions(given))
          .run();
    }
  }

  private void print(ResultsTable results, PrintWriter terminal) {
    for (Format format : formats) {
      terminal.print(
          switch (format) {
            case MD -> results.markdown();
            case CSV -> results.csv();
            case JSON -> results.json();
            case TEX -> results.latex();
            case HTML -> results.html();
          });
    }
  }

  private Settings settings() {
    List<Long> all = seeds.seeds();
    return options.settings(all).with(weights.choices(all));
  }
}
