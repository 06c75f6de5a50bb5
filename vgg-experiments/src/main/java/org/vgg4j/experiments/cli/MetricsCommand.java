package org.vgg4j.experiments.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.Problem;
import org.vgg4j.eval.Posteriors;
import org.vgg4j.eval.statistics.Calibration;
import org.vgg4j.experiments.plot.FigureFile;
import org.vgg4j.experiments.plot.ReliabilityFigure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vgg metrics}. */
@Command(
    name = "metrics",
    description = "Errors, hardest classes, confusions and calibration of one store of posteriors.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  vgg metrics d.safetensors --plot reliability.svg --confusion confusion.svg",
      "  vgg metrics d.safetensors --confusion confusion.csv",
      "  vgg metrics d.safetensors --most 1000 --json"
    })
final class MetricsCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "posteriors that vgg eval has kept")
  private Path file = Path.of("");

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "10",
      description = "how many classes and confusions to list (default: ${DEFAULT-VALUE})")
  private int most = 10;

  @Option(
      names = "--bins",
      paramLabel = "N",
      defaultValue = "15",
      description = "bins of the confidence (default: ${DEFAULT-VALUE})")
  private int bins = Calibration.BINS;

  @Option(
      names = "--plot",
      paramLabel = "FILE",
      description = "draw the reliability diagram into this .svg or .png file")
  private @Nullable Path plot;

  @Option(
      names = "--confusion",
      paramLabel = "FILE",
      description =
          "keep the whole confusion matrix: as counts in a .csv file, or drawn in an .svg or .png")
  private @Nullable Path confusion;

  @Option(names = "--json", description = "print one JSON object")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    check("--most", most);
    check("--bins", bins);
    FigureFile format = plot == null ? FigureFile.SVG : FigureFile.named(plot);
    if (confusion != null) {
      ConfusionFile.check(confusion);
    }
    Posteriors posteriors = Posteriors.load(file);
    Metrics metrics = Metrics.of(posteriors, most, bins);
    PrintWriter out = spec.commandLine().getOut();
    out.print(json ? Json.of(metrics) : new MetricsText(metrics).toString());
    out.flush();
    if (plot != null) {
      format.write(new ReliabilityFigure(metrics.calibration()), plot);
      wrote(plot);
    }
    if (confusion != null) {
      ConfusionFile.of(posteriors).write(confusion);
      wrote(confusion);
    }
    return 0;
  }

  private void wrote(Path place) {
    spec.commandLine().getErr().println("wrote " + place);
    spec.commandLine().getErr().flush();
  }

  private static void check(String option, int number) {
    if (number < 1) {
      throw Problem.configuration(option + " " + number, "lists nothing", "use 1 or more");
    }
  }
}
