package org.vgg4j.experiments.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.Problem;
import org.vgg4j.eval.ErrorRates;
import org.vgg4j.eval.Posteriors;
import org.vgg4j.eval.statistics.Ensemble;
import org.vgg4j.experiments.table.PointText;
import org.vgg4j.experiments.table.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vgg ensemble}. */
@Command(
    name = "ensemble",
    description = "Averages the posteriors of several networks, scales or protocols (section 4.4).",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  vgg ensemble d.safetensors e.safetensors",
      "  vgg ensemble d.safetensors e.safetensors --shares 2,1 --out both.safetensors"
    })
final class EnsembleCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", arity = "2..*", description = "posteriors of the same images")
  private List<Path> files = List.of();

  @Option(
      names = "--shares",
      paramLabel = "W,W,...",
      split = ",",
      description = "how much each file counts, one number a file (default: all the same)")
  private List<Double> shares = List.of();

  @Option(names = "--out", paramLabel = "FILE", description = "keep the averaged posteriors")
  private @Nullable Path out;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    checkShares();
    checkOut();
    Ensemble ensemble = new Ensemble();
    TextTable table =
        new TextTable("part", "protocol", "top-1 %", "95% interval", "top-5 %", "95% interval");
    for (int i = 0; i < files.size(); i++) {
      Posteriors part = Posteriors.load(files.get(i));
      ensemble.add(files.get(i).toString(), part, shares.isEmpty() ? 1 : shares.get(i));
      row(table, files.get(i).toString(), part);
    }
    Posteriors fused = ensemble.posteriors();
    row(table, "ensemble", fused);
    finish(fused, table);
    return 0;
  }

  private void checkShares() {
    if (!shares.isEmpty() && shares.size() != files.size()) {
      throw Problem.configuration(
          "--shares",
          "has " + shares.size() + " numbers for " + files.size() + " files",
          "give one a file");
    }
    for (double share : shares) {
      if (!(share > 0) || Double.isInfinite(share)) {
        throw Problem.configuration("--shares", "has " + share, "use numbers above 0");
      }
    }
  }

  private void checkOut() {
    if (out != null && files.stream().anyMatch(file -> isSame(file, out))) {
      throw Problem.configuration(
          "--out " + out, "is a part of the ensemble and would be lost", "name another file");
    }
  }

  private static boolean isSame(Path file, Path other) {
    return file.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
  }

  private static void row(TextTable table, String name, Posteriors posteriors) {
    ErrorRates errors = ErrorRates.of(posteriors);
    PointText points = PointText.of(posteriors.images());
    table.row(
        name,
        posteriors.madeFrom().getOrDefault("protocol", "-"),
        points.of(errors.top1()),
        points.of(errors.top1Interval()),
        points.of(errors.top5()),
        points.of(errors.top5Interval()));
  }

  private void finish(Posteriors fused, TextTable table) {
    PrintWriter terminal = spec.commandLine().getOut();
    terminal.print(table.markdown());
    terminal.flush();
    fused.partial().ifPresent(part -> remark("PARTIAL: " + part));
    if (out != null) {
      fused.save(out);
      remark("wrote " + out);
    }
  }

  private void remark(String line) {
    spec.commandLine().getErr().println(line);
    spec.commandLine().getErr().flush();
  }
}
