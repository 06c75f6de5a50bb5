package org.vgg4j.experiments.cli;

import com.google.common.collect.ImmutableList;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.vgg4j.experiments.plot.Figure;
import org.vgg4j.experiments.plot.FigureFile;
import org.vgg4j.experiments.plot.Quantity;
import org.vgg4j.experiments.plot.RunCurves;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vgg plot}. */
@Command(
    name = "plot",
    description = "Draws the curves of one or several trainings.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "A dot on a curve is where the learning rate fell from where it had stood.",
      "",
      "Examples:",
      "  vgg plot out/runs/A-S37-seed1-0123abcd",
      "  vgg plot out/runs/A-* out/runs/D-* --what error --out errors.svg"
    })
final class PlotCommand implements Callable<Integer> {
  @Parameters(paramLabel = "RUN", arity = "1..*", description = "folders of runs")
  private List<Path> runs = List.of();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = "curves.png",
      description = "a .png or .svg file; may be given twice (default: ${DEFAULT-VALUE})")
  private List<Path> out = List.of();

  @Option(
      names = "--what",
      defaultValue = "all",
      description = "loss, error, rate or all (default: ${DEFAULT-VALUE})")
  private What what = What.ALL;

  @Spec private CommandSpec spec = CommandSpec.create();

  private enum What {
    LOSS(Quantity.LOSS),
    ERROR(Quantity.ERROR),
    RATE(Quantity.RATE),
    ALL(Quantity.values());

    private final ImmutableList<Quantity> quantities;

    What(Quantity... quantities) {
      this.quantities = ImmutableList.copyOf(quantities);
    }
  }

  @Override
  public Integer call() {
    List<FigureFile> formats = out.stream().map(FigureFile::named).toList();
    Figure figure = new Figure(runs.stream().map(RunCurves::of).toList(), what.quantities);
    PrintWriter terminal = spec.commandLine().getOut();
    for (int i = 0; i < out.size(); i++) {
      formats.get(i).write(figure, out.get(i));
      terminal.println("wrote " + out.get(i));
    }
    terminal.flush();
    return 0;
  }
}
