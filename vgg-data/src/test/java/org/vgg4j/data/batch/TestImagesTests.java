package org.vgg4j.data.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vgg4j.core.Problem;
import org.vgg4j.data.DataSource;
import org.vgg4j.data.Reading;
import org.vgg4j.data.Resources;
import org.vgg4j.data.augment.Sample;
import org.vgg4j.data.image.Filter;
import org.vgg4j.data.image.ImageSize;
import org.vgg4j.data.image.Levels;
import org.vgg4j.data.image.PngFile;
import org.vgg4j.data.source.FakeImages;
import org.vgg4j.data.source.ImageDataset;

@Timeout(60)
class TestImagesTests {
  private final ImageDataset images = new FakeImages(30);
  @TempDir private Path directory;

  @AfterEach
  void noThreadIsLeft() {
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.startsWith(Prefetch.THREAD_NAME));
  }

  private List<TestImage> rescaled(ImageDataset dataset, int threads, int testScale) {
    TestImages test = new TestImages(dataset, Filter.BILINEAR, threads);
    try (ClosableIterator<TestImage> iterator =
        test.from(0, size -> List.of(Sample.whole(size, testScale)))) {
      return ImmutableList.copyOf(iterator);
    }
  }

  @Test
  void everyImageComesOnceInOrderWithItsLabelAtTheTestScale() {
    List<TestImage> seen = rescaled(images, 3, 32);
    assertThat(seen)
        .extracting(TestImage::index)
        .containsExactlyElementsOf(IntStream.range(0, 30).boxed().toList());
    assertThat(seen)
        .allSatisfy(
            image -> {
              assertThat(image.label()).isEqualTo(images.label(image.index()));
              assertThat(image.seen().get(0).size())
                  .isEqualTo(images.image(image.index()).size().withSmallestSide(32));
            });
  }

  @Test
  void theBitsAreTheSameForEveryNumberOfThreads() {
    assertThat(rescaled(images, 8, 27)).isEqualTo(rescaled(images, 1, 27));
  }

  @Test
  void centralCropsAreTheMiddleOfTheRescaledImage() {
    TestImages test = new TestImages(images, Filter.BILINEAR, 2);
    try (ClosableIterator<TestImage> crops =
        test.from(0, size -> List.of(Sample.centralCrop(size, 32, 24)))) {
      assertThat(crops)
          .toIterable()
          .extracting(crop -> crop.seen().get(0).size())
          .hasSize(30)
          .containsOnly(new ImageSize(24, 24));
    }
  }

  @Test
  void anImageIsSeenAtSeveralScalesAndTheFirstOnesCanBeLeftOut() {
    TestImages test = new TestImages(images, Filter.BILINEAR, 2);
    try (ClosableIterator<TestImage> iterator =
        test.from(28, size -> List.of(Sample.whole(size, 20), Sample.whole(size, 32)))) {
      List<TestImage> seen = ImmutableList.copyOf(iterator);
      assertThat(seen).extracting(TestImage::index).containsExactly(28, 29);
      assertThat(seen.get(1).seen())
          .containsExactly(
              rescaled(images, 1, 20).get(29).seen().get(0),
              rescaled(images, 1, 32).get(29).seen().get(0));
    }
  }

  @Test
  void aDamagedFileEndsTheIterationWithItsName() throws IOException {
    for (int i = 0; i < 20; i++) {
      put("val/" + (i < 10 ? "a/" : "b/") + (10 + i) + ".png", new ImageSize(9, 9));
    }
    Path damaged = Files.writeString(directory.resolve("val/a/19.png"), "no image");
    try (DataSource source =
        DataSource.open(directory.toString(), Reading.DEFAULT, Resources.threads(2))) {
      assertThatThrownBy(() -> rescaled(source.val(), 2, 8))
          .isInstanceOf(Problem.class)
          .hasMessageStartingWith(damaged + ": ");
    }
  }

  @Test
  void anImageThatWouldGrowBeyondMemoryIsNamed() throws IOException {
    put("val/a/line.png", new ImageSize(2, 3000));
    put("val/b/square.png", new ImageSize(2, 2));
    try (DataSource source =
        DataSource.open(directory.toString(), Reading.DEFAULT, Resources.threads(2))) {
      assertThatThrownBy(() -> rescaled(source.val(), 2, 512))
          .isInstanceOf(Problem.class)
          .hasMessageStartingWith("val/a/line.png: grows from 2 x 3000 to 512 x 768000 pixels; ");
    }
  }

  private void put(String path, ImageSize size) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, PngFile.bytes(Levels.noise(size, 1)));
  }
}
