package org.vgg4j.data.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vgg4j.core.Problem;
import org.vgg4j.core.Seed;
import org.vgg4j.data.augment.ColourShift;
import org.vgg4j.data.augment.ScaleRange;
import org.vgg4j.data.generated.GeneratedData;
import org.vgg4j.data.generated.GeneratedImages;
import org.vgg4j.data.image.Filter;
import org.vgg4j.data.image.Resampler;
import org.vgg4j.data.source.ImageDataset;
import org.vgg4j.data.source.Split;

class ContactSheetTests {
  private static final ImageDataset IMAGES =
      new GeneratedImages(GeneratedData.parse("generated:train=20,val=3"), Split.TRAIN);
  private static final Augmentations SMALL =
      new Augmentations(new ScaleRange(37, 73), 32, ColourShift.NONE);

  @TempDir private Path folder;

  private static ContactSheet sheet(int images, long seed) {
    return ContactSheet.of(IMAGES, images, SMALL, new Seed(seed));
  }

  /** The groups of the first row, whose widths do not hang on the image. */
  private static List<ViewGroup> groups(long seed) {
    return SMALL.of(IMAGES.image(0), new Seed(seed), new Resampler(Filter.BILINEAR));
  }

  private BufferedImage picture(ContactSheet sheet) throws IOException {
    Path file = folder.resolve("sheet.png");
    sheet.write(file);
    return ImageIO.read(file.toFile());
  }

  private byte[] bytes(ContactSheet sheet) throws IOException {
    Path file = folder.resolve("sheet.png");
    sheet.write(file);
    return Files.readAllBytes(file);
  }

  @Test
  void aPictureTooLargeToLookAtIsRefused() {
    assertThatThrownBy(() -> sheet(101, 1))
        .isInstanceOf(Problem.class)
        .hasMessage("a picture of 101 images: is too large; show at most 100");
  }

  @Test
  void theSameSeedPaintsTheSameSheetAndAnotherSeedAnother() throws IOException {
    byte[] first = bytes(sheet(2, 1));
    assertThat(bytes(sheet(2, 1))).isEqualTo(first);
    assertThat(bytes(sheet(2, 2))).isNotEqualTo(first);
  }

  @Test
  void everyImageIsARow() {
    int two = sheet(2, 1).size().height();
    int three = sheet(3, 1).size().height();
    assertThat(three - two).isEqualTo(SheetLayout.top(1) - SheetLayout.top(0));
  }

  @Test
  void thereAreNoMoreRowsThanImages() {
    assertThat(sheet(50, 1).size()).isEqualTo(sheet(20, 1).size());
  }

  @Test
  void aMirroredCropIsTheFirstCropFromTheOtherSide() throws IOException {
    BufferedImage picture = picture(sheet(1, 3));
    int top = SheetLayout.top(0);
    List<ViewGroup> groups = groups(3);
    int crop = SheetLayout.left(groups, 0);
    int mirrored = SheetLayout.left(groups, 3);
    for (int k = 0; k < SheetLayout.CELL; k++) {
      assertThat(picture.getRGB(mirrored + k, top + k))
          .isEqualTo(picture.getRGB(crop + SheetLayout.CELL - 1 - k, top + k));
    }
  }

  @Test
  void aCropOfADividingSideIsShownPixelByPixel() throws IOException {
    BufferedImage picture = picture(sheet(1, 3));
    int left = SheetLayout.left(groups(3), 0);
    int factor = SheetLayout.CELL / 32;
    for (int k = 0; k < SheetLayout.CELL; k++) {
      int start = k / factor * factor;
      assertThat(picture.getRGB(left + k, SheetLayout.top(0)))
          .isEqualTo(picture.getRGB(left + start, SheetLayout.top(0)));
    }
  }

  @Test
  void aCropLargerThanTheSmallestScaleIsRefused() {
    assertThatThrownBy(() -> new Augmentations(new ScaleRange(37, 73), 38, ColourShift.NONE))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.CONFIGURATION));
  }
}
