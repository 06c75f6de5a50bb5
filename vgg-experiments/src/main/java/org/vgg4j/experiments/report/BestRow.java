package org.vgg4j.experiments.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
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

  /** The class that an image is taken for; empty where it is right, as its error counts it. */
  Optional<String> takenFor(int image) {
    if (posteriors.rankOfTruth(image) == 1) {
      return Optional.empty();
    }
    int truth = posteriors.label(image);
    return IntStream.range(0, posteriors.classes())
        .filter(label -> label != truth) // one of them is as likely as the truth, or more so
        .boxed()
        .max(Comparator.comparing(label -> posteriors.of(image, label)))
        .map(this::className);
  }

  /** What a class is called. */
  String className(int label) {
    return posteriors.classNames().isEmpty()
        ? Integer.toString(label)
        : posteriors.classNames().get(label);
  }
}
