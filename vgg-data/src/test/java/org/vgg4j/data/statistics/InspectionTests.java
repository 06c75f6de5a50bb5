package org.vgg4j.data.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.google.common.collect.ImmutableList;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vgg4j.data.DataSource;
import org.vgg4j.data.Reading;
import org.vgg4j.data.Resources;
import org.vgg4j.data.image.Image;
import org.vgg4j.data.image.ImageSize;
import org.vgg4j.data.image.Levels;
import org.vgg4j.data.source.ArrayImages;
import org.vgg4j.data.source.FakeImages;
import org.vgg4j.data.statistics.Inspection.Odd;
import org.vgg4j.data.statistics.Spread.Bin;
import org.vgg4j.testing.SharedFolder;

class InspectionTests {
  @TempDir private Path folder;

  private static Inspection inspection(Path location, int threads) {
    try (DataSource source =
        DataSource.open(
            location.toString(), Reading.DEFAULT.in("flat"), Resources.threads(threads))) {
      return Inspection.of(source.val(), threads, images -> {});
    }
  }

  private static Inspection ofSizes(ImageSize... sizes) {
    ImmutableList.Builder<Image> images = ImmutableList.builder();
    for (ImageSize size : sizes) {
      images.add(Levels.noise(size, 1));
    }
    return Inspection.of(new ArrayImages(images.build()), 2, done -> {});
  }

  @Test
  void theKindsOfTheOddFilesAreCounted() {
    Inspection inspection = inspection(SharedFolder.path("data/odd"), 2);
    assertThat(inspection.kinds())
        .containsEntry("JPEG CMYK", 2)
        .containsEntry("JPEG grey", 3)
        .containsEntry("JPEG RGB progressive", 2)
        .containsEntry("PNG grey 16 bit", 1)
        .containsEntry("PNG grey 1 bit", 1)
        .containsEntry("PNG grey with alpha", 1)
        .containsEntry("PNG palette", 1)
        .containsEntry("GIF", 2)
        .containsEntry("BMP RGB", 2);
    assertThat(inspection.kinds().values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(inspection.images());
  }

  @Test
  void oddFilesAreCountedAndTheFirstIsNamed() {
    assertThat(inspection(SharedFolder.path("data/odd"), 3).oddities())
        .contains(
            new Odd(Oddity.MISNAMED, 3, "syn_bmp_named.JPEG"),
            new Odd(Oddity.TURNED, 6, "exif_Landscape_6.jpg"));
  }

  @Test
  void theNumberOfThreadsChangesNothing() {
    Path odd = SharedFolder.path("data/odd");
    assertThat(inspection(odd, 4)).isEqualTo(inspection(odd, 1));
  }

  @Test
  void filesThatShowNothingAreAFindingAndNoFailure() throws Exception {
    Files.write(folder.resolve("empty.png"), new byte[0]);
    Files.writeString(folder.resolve("text.jpg"), "no image");
    Inspection inspection = inspection(folder, 1);
    assertThat(inspection.kinds()).containsExactly(entry("unreadable", 2));
    assertThat(inspection.oddities()).containsExactly(new Odd(Oddity.UNREADABLE, 2, "empty.png"));
    assertThat(inspection.bytes()).isEqualTo(8);
    assertThat(inspection.smallestSide()).isNull();
  }

  @Test
  void sidesRatiosAndTheShareThatIsEnlargedAreThoseOfTheSizes() {
    Inspection inspection =
        ofSizes(
            new ImageSize(256, 300),
            new ImageSize(255, 255),
            new ImageSize(512, 400),
            new ImageSize(30, 300));
    assertThat(inspection.upsampled()).containsEntry(256, 0.5).containsEntry(512, 1.0);
    Spread sides = Objects.requireNonNull(inspection.smallestSide());
    assertThat(sides.minimum()).isEqualTo(30);
    assertThat(sides.median()).isEqualTo(255);
    assertThat(sides.maximum()).isEqualTo(400);
    assertThat(sides.bins())
        .contains(new Bin(1, 32, 1), new Bin(224, 256, 1), new Bin(256, 320, 1))
        .contains(new Bin(384, 448, 1))
        .doesNotContain(new Bin(448, 512, 0));
    assertThat(Objects.requireNonNull(inspection.aspectRatio()).maximum()).isEqualTo(10);
  }

  @Test
  void classesAreCountedAndEmptyOnesNamed() {
    ClassCounts counts = Inspection.of(new FakeImages(2), 1, done -> {}).classes();
    assertThat(counts).isEqualTo(new ClassCounts(3, 0, 1, 1, ImmutableList.of("c")));
  }

  @Test
  void everyImageCountsAsProgress() {
    AtomicInteger done = new AtomicInteger();
    Inspection.of(new FakeImages(25), 3, done::addAndGet);
    assertThat(done).hasValue(25);
  }
}
