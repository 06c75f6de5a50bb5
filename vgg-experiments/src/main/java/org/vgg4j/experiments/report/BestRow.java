package org.vgg4j.experiments.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import org.vgg4j.eval.Posteriors;
import org.vgg4j.experiments.table.Cell;

/**
 * The row of one network with the lowest top-1 error, whose posteriors are still there.
 *
 * @param cell the row
 * @param posteriors of its first seed
 */
record BestRow(Cell cell, Posteriors posteriors) {
  static Optional<BestRow> of(Content content) {
    return content
        .results()
        .filter(cell -> Content.resultOf(cell).parts().size() == 1)
        .filter(cell -> Files.isRegularFile(file(content, cell)))
        .min(Comparator.comparingDouble(cell -> Content.resultOf(cell).top1()))
        .map(cell -> new BestRow(cell, Posteriors.load(file(content, cell))));
  }

  private static Path file(Content content, Cell cell) {
    return content.folder().path().resolve(Content.resultOf(cell).parts().get(0).posteriors());
  }

  /** The row in words. */
  String name() {
    return cell.label() + ", S=" + cell.trainScale() + ", " + cell.protocol();
  }

  /** What a class is called. */
  String className(int label) {
    return posteriors.classNames().isEmpty()
        ? Integer.toString(label)
        : posteriors.classNames().get(label);
  }
}
