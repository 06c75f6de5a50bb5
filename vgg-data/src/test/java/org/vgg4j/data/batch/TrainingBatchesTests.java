package org.vgg4j.data.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.primitives.Floats;
import java.util.ArrayList;
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
import org.vgg4j.core.graph.MiniBatch;
import org.vgg4j.data.augment.Augmentation;
import org.vgg4j.data.augment.ColourShift;
import org.vgg4j.data.augment.ScaleRange;
import org.vgg4j.data.image.Filter;
import org.vgg4j.data.image.Image;
import org.vgg4j.data.image.ImageSize;
import org.vgg4j.data.image.Resampler;
import org.vgg4j.data.image.StoredImage;
import org.vgg4j.data.source.FakeImages;
import org.vgg4j.data.source.ImageDataset;
import org.vgg4j.data.source.ReversedImages;
import org.vgg4j.data.statistics.PrincipalComponents;

@Timeout(60)
class TrainingBatchesTests {
  private static final int IMAGES = 23;
  private static final ColourShift SHIFT = new ColourShift(0.1, PrincipalComponents.KRIZHEVSKY);
  private static final Augmentation AUGMENTATION =
      new Augmentation(new ScaleRange(16, 22), 14, true, Filter.BILINEAR, SHIFT);

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

  private List<KeptBatch> epoch(Batching batching, int threads, int epoch, int firstBatch) {
    return epoch(images, batching, threads, epoch, firstBatch);
  }

  private static List<KeptBatch> epoch(
      ImageDataset images, Batching batching, int threads, int epoch, int firstBatch) {
    List<KeptBatch> kept = new ArrayList<>();
    TrainingBatches batches = new TrainingBatches(images, batching, threads);
    try (ClosableIterator<MiniBatch> iterator = batches.epoch(epoch, firstBatch)) {
      iterator.forEachRemaining(batch -> kept.add(KeptBatch.of(batch)));
    }
    return kept;
  }

  @Test
  void theLastBatchHoldsTheRest() {
    List<KeptBatch> batches = epoch(batching(5, 1), 2, 0, 0);
    assertThat(batches).extracting(batch -> batch.images().size()).containsExactly(5, 5, 5, 5, 3);
    assertThat(batches.get(4).images().get(2).size()).isEqualTo(new ImageSize(14, 14));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 22, 23, 24, 1000})
  void anEpochHasAsManyBatchesAsItSays(int size) {
    TrainingBatches batches = new TrainingBatches(images, batching(size, 1), 1);
    assertThat(batches.batchesPerEpoch()).isEqualTo(epoch(batching(size, 1), 2, 0, 0).size());
  }

  @ParameterizedTest
  @CsvSource({"16, 0, 0", "1, 0, 2", "8, 7, 0", "3, 7, 4", "16, 7, 5"})
  void theBitsDependNeitherOnThreadsNorOnWhereTheEpochIsEntered(
      int threads, int epoch, int firstBatch) {
    List<KeptBatch> reference = epoch(batching(5, 3), 1, epoch, 0);
    assertThat(epoch(batching(5, 3), threads, epoch, firstBatch))
        .isEqualTo(reference.subList(firstBatch, reference.size()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 7, 100})
  void theImagesOfAnEpochAreTheSameInBatchesOfAnySize(int size) {
    assertThat(KeptBatch.joined(epoch(batching(size, 3), 2, 1, 0)))
        .isEqualTo(KeptBatch.joined(epoch(batching(5, 3), 2, 1, 0)));
  }

  @ParameterizedTest
  @CsvSource({"2, 6", "3, 7", "4, 4", "5, 23", "7, 100", "30, 100"})
  void workersTogetherSeeTheBatchesOfOne(int workers, int size) {
    List<KeptBatch> alone = epoch(batching(size, 3), 2, 1, 0);
    List<List<KeptBatch>> shares = new ArrayList<>();
    for (int worker = 0; worker < workers; worker++) {
      Share share = new Share(worker, workers);
      shares.add(epoch(new Batching(AUGMENTATION, size, new Seed(3), share), 2, 1, 0));
    }
    for (int batch = 0; batch < alone.size(); batch++) {
      int number = batch;
      assertThat(KeptBatch.joined(shares.stream().map(share -> share.get(number)).toList()))
          .as("batch %s", batch)
          .isEqualTo(alone.get(batch));
    }
  }

  @Test
  void workersThatEnterInTheMiddleSeeTheRest() {
    Batching second = new Batching(AUGMENTATION, 5, new Seed(3), new Share(1, 2));
    List<KeptBatch> whole = epoch(second, 2, 1, 0);
    assertThat(epoch(second, 3, 1, 3)).isEqualTo(whole.subList(3, whole.size()));
  }

  @Test
  void batchesWithoutImagesAreAConfigurationProblem() {
    assertThatThrownBy(() -> batching(0, 1))
        .isInstanceOf(Problem.class)
        .hasMessage("batch size 0: is no number of images; use 1 or more");
  }

  @Test
  void moreWorkersThanImagesInABatchAreAConfigurationProblem() {
    assertThatThrownBy(() -> new Batching(AUGMENTATION, 3, new Seed(1), new Share(0, 4)))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith("batch size 3: is less than the number of workers, 4; ");
  }

  @Test
  void theOrderInWhichImagesAreListedDoesNotMatter() {
    assertThat(epoch(new ReversedImages(images), batching(5, 3), 2, 1, 0))
        .isEqualTo(epoch(batching(5, 3), 2, 1, 0));
  }

  @Test
  void epochsAndSeedsDiffer() {
    List<KeptBatch> first = epoch(batching(5, 3), 2, 0, 0);
    assertThat(epoch(batching(5, 3), 2, 1, 0)).doesNotContainAnyElementsOf(first);
    assertThat(epoch(batching(5, 4), 2, 0, 0)).doesNotContainAnyElementsOf(first);
  }

  @Test
  void aSampleHangsOnSeedEpochAndIdAlone() {
    Seed seed = new Seed(3);
    int[] order = EpochOrder.of(images, seed.at("order").at(2));
    KeptBatch batch = epoch(new Batching(AUGMENTATION, IMAGES, seed), 2, 2, 0).get(0);
    Resampler resampler = new Resampler(Filter.BILINEAR);
    for (int position = 0; position < IMAGES; position++) {
      StoredImage image = images.image(order[position]);
      Seed own = seed.at("sample").at(2).at("fake/" + order[position]);
      Image seen = AUGMENTATION.sample(image.size(), own).of(image, resampler);
      assertThat(batch.images().get(position)).as("image %s", position).isEqualTo(seen);
      assertThat(batch.labels().get(position)).isEqualTo(order[position] % 3);
      assertThat(batch.shifts().get(position))
          .isEqualTo(Floats.asList(SHIFT.sample(own.at("colour"))));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10, 1000})
  void anEpochVisitsEveryImageOnce(int size) {
    for (int seed = 0; seed < 20; seed++) {
      assertThat(EpochOrder.of(new FakeImages(size), new Seed(seed)))
          .as("seed %s", seed)
          .containsExactlyInAnyOrder(IntStream.range(0, size).toArray());
    }
  }

  @Test
  void everyOrderOfThreeImagesComesUpEquallyOften() {
    ImageDataset three = new FakeImages(3);
    int[] counts = new int[27];
    for (int seed = 0; seed < 6000; seed++) {
      int[] order = EpochOrder.of(three, new Seed(seed));
      counts[order[0] * 9 + order[1] * 3 + order[2]]++;
    }
    assertThat(Arrays.stream(counts).filter(count -> count > 0).boxed())
        .hasSize(6)
        .allSatisfy(count -> assertThat(count).isBetween(850, 1150));
  }

  @Test
  void closingEarlyLeavesNothingRunning() {
    TrainingBatches batches = new TrainingBatches(images, batching(2, 1), 4);
    try (ClosableIterator<MiniBatch> iterator = batches.epoch(0, 0)) {
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
