package org.vgg4j.experiments.cli;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.Locale;
import org.vgg4j.core.AtomicFile;
import org.vgg4j.core.Problem;
import org.vgg4j.eval.Posteriors;
import org.vgg4j.eval.statistics.ClassNames;
import org.vgg4j.eval.statistics.ConfusionMatrix;
import org.vgg4j.experiments.plot.ConfusionFigure;
import org.vgg4j.experiments.plot.FigureFile;
import org.vgg4j.experiments.table.TextTable;

/**
 * A whole confusion matrix as a file.
 *
 * @param names of the classes
 */
record ConfusionFile(ConfusionMatrix matrix, ImmutableList<String> names) {
  static ConfusionFile of(Posteriors posteriors) {
    return new ConfusionFile(ConfusionMatrix.of(posteriors), ClassNames.of(posteriors));
  }

  /**
   * Checks that a file has an ending that {@link #write} knows.
   *
   * @throws Problem if it has another
   */
  static void check(Path file) {
    if (!isTable(file)) {
      FigureFile.named(file);
    }
  }

  private static boolean isTable(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
  }

  /** Writes counts or a picture, as the file's name asks for. */
  void write(Path file) {
    if (isTable(file)) {
      AtomicFile.write(file, csv());
    } else {
      FigureFile.named(file).write(new ConfusionFigure(matrix, names), file);
    }
  }

  /** A line for each true class, a column for what it was taken for. */
  String csv() {
    TextTable table =
        new TextTable(
            ImmutableList.<String>builder()
                .add("true class")
                .addAll(names)
                .build()
                .toArray(String[]::new));
    for (int truth = 0; truth < names.size(); truth++) {
      ImmutableList.Builder<Object> row = ImmutableList.builder().add(names.get(truth));
      for (int chosen = 0; chosen < names.size(); chosen++) {
        row.add(matrix.count(truth, chosen));
      }
      table.row(row.build().toArray());
    }
    return table.csv();
  }
}
