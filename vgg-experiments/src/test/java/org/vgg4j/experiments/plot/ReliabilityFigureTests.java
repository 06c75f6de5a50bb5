package org.vgg4j.experiments.plot;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vgg4j.eval.statistics.Calibration;
import org.vgg4j.eval.statistics.Calibration.Bin;

class ReliabilityFigureTests {
  @TempDir private Path folder;

  /**
   * How many pixels of the upper or lower half of the diagram, above the legend, have the network's
   * colour.
   */
  private long coloured(double confidence, int right, boolean upper) throws IOException {
    Calibration calibration =
        new Calibration(
            100,
            ImmutableList.of(new Bin(0, 50, 0, 0, 25), new Bin(50, 100, 100, right, confidence)));
    Path file = folder.resolve("figure.png");
    FigureFile.PNG.write(new ReliabilityFigure(calibration), file);
    BufferedImage image = ImageIO.read(file.toFile());
    assertThat(image.getHeight()).isEqualTo(3 * 640);
    int colour = Palette.COLOURS.get(0).getRGB();
    long count = 0;
    for (int y = upper ? 0 : 630; y < (upper ? 630 : 1080); y++) {
      for (int x = image.getWidth() / 2; x < image.getWidth(); x++) {
        count += image.getRGB(x, y) == colour ? 1 : 0;
      }
    }
    return count;
  }

  @Test
  void aNetworkThatIsRightAsOftenAsSureIsDrawnAboveOneThatIsTooSure() throws IOException {
    assertThat(coloured(95, 95, true)).isPositive();
    assertThat(coloured(95, 95, false)).isZero();
    assertThat(coloured(95, 5, true)).isZero();
    assertThat(coloured(95, 5, false)).isPositive();
  }
}
