package org.vgg4j.data.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vgg4j.core.Problem;
import org.vgg4j.core.Seed;
import org.vgg4j.data.augment.Augmentation;
import org.vgg4j.data.augment.ScaleRange;
import org.vgg4j.data.image.Image;
import org.vgg4j.data.image.Resampler;
import org.vgg4j.data.image.StoredImage;
import org.vgg4j.data.source.FakeImages;
import org.vgg4j.data.source.ImageDataset;

@Timeout(60)
class TrainingBatchesTests {
  private static final int IMAGES = 23;
  private static final Augmentation AUGMENTATION =
      new Augmentation(new ScaleRange(16, 22), 14, true);

  private final ImageDataset images = new FakeImages(IMAGES);

  @AfterEach
  void noThreadIsLeft() {
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.startsWith(Prefetch.THREAD_NAME));
  }

  private static Batching batching(int size, long seed) {
    return new Batching(AUGMENTATION, size, new Seed(seed));
  }

  private List<Batch> epoch(Batching batching, int threads, int epoch, int firstBatch) {
    try (TrainingBatches batches = new TrainingBatches(images, batching, threads);
        ClosableIterator<Batch> iterator = batches.epoch(epoch, firstBatch)) {
      return ImmutableList.copyOf(iterator);
    }
  }

  private static List<String> content(List<Batch> batches) {
    return batches.stream()
        .map(b -> Arrays.toString(b.labels()) + Hashing.sha256().hashBytes(b.pixels()))
        .toList();
  }

  @Test
  void theLastBatchHoldsTheRest() {
    List<Batch> batches = epoch(batching(5, 1), 2, 0, 0);
    assertThat(batches).extracting(Batch::count).containsExactly(5, 5, 5, 5, 3);
    assertThat(batches.get(4).pixels()).hasSize(3 * 14 * 14 * 3);
    assertThat(batches.get(4).crop()).isEqualTo(14);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 22, 23, 24, 1000})
  void anEpochHasAsManyBatchesAsItSays(int size) {
    try (TrainingBatches batches = new TrainingBatches(images, batching(size, 1), 1)) {
      assertThat(batches.batchesPerEpoch()).isEqualTo(epoch(batching(size, 1), 2, 0, 0).size());
    }
  }

  @ParameterizedTest
  @CsvSource({"8, 0, 0", "1, 0, 2", "8, 7, 0", "3, 7, 4", "8, 7, 5"})
  void theBitsDependNeitherOnThreadsNorOnWhereTheEpochIsEntered(
      int threads, int epoch, int firstBatch) {
    List<String> reference = content(epoch(batching(5, 3), 1, epoch, 0));
    assertThat(content(epoch(batching(5, 3), threads, epoch, firstBatch)))
        .isEqualTo(reference.subList(firstBatch, reference.size()));
  }

  @Test
  void epochsAndSeedsDiffer() {
    List<String> first = content(epoch(batching(5, 3), 2, 0, 0));
    assertThat(content(epoch(batching(5, 3), 2, 1, 0))).doesNotContainAnyElementsOf(first);
    assertThat(content(epoch(batching(5, 4), 2, 0, 0))).doesNotContainAnyElementsOf(first);
  }

  @Test
  void aSampleHangsOnSeedEpochAndImageAlone() {
    Seed seed = new Seed(3);
    int[] order = EpochOrder.permutation(IMAGES, seed.at("order").at(2));
    byte[] pixels = epoch(new Batching(AUGMENTATION, IMAGES, seed), 2, 2, 0).get(0).pixels();
    try (Resampler resampler = new Resampler(1)) {
      for (int position = 0; position < IMAGES; position++) {
        StoredImage image = images.image(order[position]);
        Seed own = seed.at("sample").at(2).at(order[position]);
        Image seen = AUGMENTATION.sample(image.size(), own).of(image, resampler);
        int bytes = seen.pixels().length;
        assertThat(Arrays.copyOfRange(pixels, position * bytes, (position + 1) * bytes))
            .as("image %s", order[position])
            .isEqualTo(seen.pixels());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10, 1000})
  void anEpochVisitsEveryImageOnce(int size) {
    for (int seed = 0; seed < 20; seed++) {
      assertThat(EpochOrder.permutation(size, new Seed(seed)))
          .as("seed %s", seed)
          .containsExactlyInAnyOrder(IntStream.range(0, size).toArray());
    }
  }

  @Test
  void everyOrderOfThreeImagesComesUpEquallyOften() {
    int[] counts = new int[27];
    for (int seed = 0; seed < 6000; seed++) {
      int[] order = EpochOrder.permutation(3, new Seed(seed));
      counts[order[0] * 9 + order[1] * 3 + order[2]]++;
    }
    assertThat(Arrays.stream(counts).filter(count -> count > 0).boxed())
        .hasSize(6)
        .allSatisfy(count -> assertThat(count).isBetween(850, 1150));
  }

  @Test
  void closingEarlyLeavesNothingRunning() {
    try (TrainingBatches batches = new TrainingBatches(images, batching(2, 1), 4);
        ClosableIterator<Batch> iterator = batches.epoch(0, 0)) {
      assertThat(iterator.next().count()).isEqualTo(2);
    }
  }

  @Test
  void aBatchOfMoreThanTwoGigabytesIsAConfigurationProblem() {
    Augmentation large = new Augmentation(ScaleRange.fixed(256), 224, true);
    assertThatThrownBy(() -> epoch(new Batching(large, 20_000, new Seed(1)), 1, 0, 0))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith("batch size 20000: takes more than 2 GiB");
  }
}
