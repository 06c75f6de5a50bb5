package org.vgg4j.experiments.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vgg4j.eval.Posteriors;
import org.vgg4j.eval.statistics.ConfusionMatrix;

class ConfusionFigureTests {
  private static final int SCALE = 3;

  @TempDir private Path folder;

  /** One image a class, right but for the first, which is taken for the second. */
  private static ConfusionMatrix matrix(int classes) {
    float[] values = new float[classes * classes];
    for (int label = 0; label < classes; label++) {
      values[label * classes + Math.max(1, label)] = 1;
    }
    List<String> ids = IntStream.range(0, classes).mapToObj(Integer::toString).toList();
    int[] labels = IntStream.range(0, classes).toArray();
    return ConfusionMatrix.of(new Posteriors(ids, labels, values, Map.of()));
  }

  private Path drawn(int classes, String file) {
    Path path = folder.resolve(file);
    ConfusionMatrix matrix = matrix(classes);
    List<String> names = Collections.nCopies(classes, "a long name of a class");
    FigureFile.named(path).write(new ConfusionFigure(matrix, names), path);
    return path;
  }

  /** The colour near the upper left corner of a cell, where no count stands. */
  private static Color colour(BufferedImage image, int classes, int truth, int chosen) {
    double cell = (Drawable.WIDTH - 2.0 * ConfusionFigure.MARGIN - ConfusionFigure.NAMES) / classes;
    double x = ConfusionFigure.MARGIN + ConfusionFigure.NAMES + (chosen + 0.1) * cell;
    double y = ConfusionFigure.HEADER + ConfusionFigure.NAMES + (truth + 0.1) * cell;
    return new Color(image.getRGB((int) (SCALE * x), (int) (SCALE * y)));
  }

  @Test
  void rowsAreTruthColumnsChoiceAndFullCellsDark() throws IOException {
    BufferedImage image = ImageIO.read(drawn(3, "m.png").toFile());
    Color dark = ColourScale.BLUES.of(1);
    assertThat(colour(image, 3, 0, 1)).as("the first is taken for the second").isEqualTo(dark);
    assertThat(colour(image, 3, 1, 0)).isEqualTo(Color.WHITE);
    assertThat(colour(image, 3, 0, 0)).isEqualTo(Color.WHITE);
    assertThat(colour(image, 3, 2, 2)).isEqualTo(dark);
  }

  @Test
  void aThousandClassesAreDrawnToo() throws IOException {
    BufferedImage image = ImageIO.read(drawn(1000, "m.png").toFile());
    int right = SCALE * (Drawable.WIDTH - ConfusionFigure.MARGIN) - 4;
    int bottom = image.getHeight() - SCALE * ConfusionFigure.MARGIN - 4;
    assertThat(image.getRGB(right, bottom)).as("the diagonal ends here").isNotEqualTo(-1);
    assertThat(image.getRGB(right, bottom - 60)).isEqualTo(-1);
  }

  @Test
  void anSvgHasOutlinesForLetters() throws IOException {
    assertThat(Files.readString(drawn(4, "m.svg"))).contains("<svg").doesNotContain("<text");
  }
}
