package org.vgg4j.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vgg4j.core.Problem;
import org.vgg4j.core.graph.Averaging;
import org.vgg4j.data.image.Filter;
import org.vgg4j.data.image.Image;
import org.vgg4j.data.image.ImageSize;
import org.vgg4j.data.image.Window;
import org.vgg4j.data.source.ImageDataset;
import org.vgg4j.eval.FakeScorer.Batch;

/** At Q=16 the images keep their pixels, so that what the network sees is known. */
@Timeout(60)
class EvaluatorTests {
  private static final int IMAGES = 50;
  private static final ImageSize SQUARE = new ImageSize(16, 16);
  private static final ImageDataset SPLIT =
      new FakeSplit(
          IMAGES,
          List.of(SQUARE, new ImageSize(16, 21), new ImageSize(24, 16), new ImageSize(16, 17)));

  private final FakeScorer scorer = new FakeScorer();

  @Test
  void everyImageIsScoredOnceAndStandsInTheOrderOfTheSplit() {
    Posteriors posteriors = evaluate("dense|Q=16");
    assertThat(scorer.batches().stream().mapToInt(Batch::images).sum()).isEqualTo(IMAGES);
    for (int i = 0; i < IMAGES; i++) {
      assertThat(posteriors.ids().get(i)).isEqualTo(SPLIT.id(i));
      assertThat(posteriors.label(i)).isEqualTo(SPLIT.label(i));
      assertRow(posteriors, i, FakeScorer.alone(image(i)));
    }
  }

  private static Image image(int index) {
    return SPLIT.image(index).decoded();
  }

  @Test
  void imagesOfOneSizeAreScoredTogether() {
    evaluate("dense|Q=16");
    assertThat(scorer.batches()).extracting(Batch::size).doesNotHaveDuplicates().hasSize(4);
  }

  @Test
  void flipAveragesTheImageAndItsMirrorImage() {
    Posteriors posteriors = evaluate("dense|Q=16|flip");
    for (int i = 0; i < IMAGES; i++) {
      float[] straight = FakeScorer.alone(image(i));
      float[] mirrored = FakeScorer.alone(image(i).flipped());
      assertThat(mirrored).isNotEqualTo(straight);
      assertRow(posteriors, i, mean(straight, mirrored));
    }
  }

  @Test
  void severalTestScalesAreAveraged() {
    Posteriors both = evaluate("dense|Q=16,24|flip");
    Posteriors small = evaluate("dense|Q=16|flip");
    Posteriors large = evaluate("dense|Q=24|flip");
    for (int i = 0; i < IMAGES; i++) {
      assertThat(row(large, i)).isNotEqualTo(row(small, i));
      assertRow(both, i, mean(row(small, i), row(large, i)));
    }
  }

  @Test
  void aCenterCropIsTheMiddleInTheSizeOfTraining() {
    Posteriors posteriors = evaluate("center-crop|Q=16");
    int crop = FakeScorer.CROP;
    assertThat(scorer.batches()).extracting(Batch::size).containsOnly(new ImageSize(crop, crop));
    for (int i = 0; i < IMAGES; i++) {
      Image image = image(i);
      Window middle =
          new Window((image.height() - crop) / 2, (image.width() - crop) / 2, crop, crop);
      assertRow(posteriors, i, FakeScorer.alone(image.crop(middle)));
    }
  }

  @Test
  void thePapersMultiCropLooksAt150CropsOfAnImageThatIsReadOncePerScale() {
    AtomicInteger reads = new AtomicInteger();
    ImageDataset one = new CountingSplit(new FakeSplit(1, List.of(new ImageSize(20, 30))), reads);
    evaluate(one, "multi-crop|Q=16,20,24|grid=5x5|flip", 1);
    assertThat(scorer.batches()).extracting(Batch::size).containsOnly(new ImageSize(12, 12));
    assertThat(scorer.batches().stream().mapToInt(Batch::images).sum()).isEqualTo(150);
    assertThat(reads).hasValue(1);
  }

  @Test
  void multiCropAndDenseAreTheAverageOfTheTwoOnTheSameImages() {
    Posteriors both = evaluate("multi-crop+dense|Q=16,24|grid=3x2|flip");
    Posteriors crops = evaluate("multi-crop|Q=16,24|grid=3x2|flip");
    Posteriors dense = evaluate("dense|Q=16,24|flip");
    Posteriors mean = Posteriors.mean(List.of(crops, dense), Map.of());
    for (int i = 0; i < IMAGES; i++) {
      assertRow(both, i, mean(row(crops, i), row(dense, i)));
      assertThat(row(mean, i)).isEqualTo(row(both, i));
    }
    assertThat(mean.classNames()).isEqualTo(both.classNames());
  }

  @Test
  void tenCropsAreCornersAndMiddleWithTheirMirrorImages() {
    Posteriors posteriors = evaluate("ten-crop|Q=16");
    for (int i = 0; i < IMAGES; i++) {
      Image image = image(i);
      int bottom = image.height() - 12;
      int right = image.width() - 12;
      float[] expected = new float[3];
      for (int[] origin :
          new int[][] {{0, 0}, {0, right}, {bottom, 0}, {bottom, right}, {bottom / 2, right / 2}}) {
        Image crop = image.crop(new Window(origin[0], origin[1], 12, 12));
        addTo(expected, mean(FakeScorer.alone(crop), FakeScorer.alone(crop.flipped())), 0.2f);
      }
      assertRow(posteriors, i, expected);
    }
  }

  private static void addTo(float[] sums, float[] values, float weight) {
    for (int k = 0; k < sums.length; k++) {
      sums[k] += weight * values[k];
    }
  }

  @Test
  void cropsNeedATestScaleOfAtLeastTheirSideAndDenseDoesNot() {
    for (String protocol : List.of("center-crop|Q=16,11", "multi-crop+dense|Q=11|grid=5x5")) {
      assertThatThrownBy(() -> evaluate(protocol))
          .isInstanceOf(Problem.class)
          .hasMessage(
              "test scale Q=11: is smaller than the crop of 12 pixels; use Q of at least 12");
    }
    assertThat(evaluate("dense|Q=11").images()).isEqualTo(IMAGES);
    assertThat(evaluate("multi-crop|Q=12|grid=5x5").images()).isEqualTo(IMAGES);
  }

  @Test
  void theNetworkHearsHowToAverage() {
    evaluate("dense|Q=16|average=posteriors");
    assertThat(scorer.batches()).extracting(Batch::averaging).containsOnly(Averaging.POSTERIORS);
  }

  @Test
  void progressCountsEveryImageOncePerScaleAndWhatMadeThemIsKept() {
    AtomicInteger done = new AtomicInteger();
    Posteriors posteriors =
        new Evaluator(scorer, SPLIT, Filter.BILINEAR, 2)
            .evaluate(
                TestProtocol.parse("dense|Q=16,20,24|flip"),
                Map.of("weights", "0123"),
                done::addAndGet);
    assertThat(done).hasValue(3 * IMAGES);
    assertThat(posteriors.madeFrom()).containsEntry("weights", "0123");
    assertThat(posteriors.classNames()).containsExactly("cat", "dog", "owl");
  }

  @Test
  void theNumberOfThreadsChangesNothing() {
    Posteriors one = evaluate(SPLIT, "dense|Q=20|flip", 1);
    Posteriors four = evaluate(SPLIT, "dense|Q=20|flip", 4);
    for (int i = 0; i < IMAGES; i++) {
      assertThat(row(four, i)).isEqualTo(row(one, i));
    }
  }

  @Test
  void aNetworkForOtherClassesIsRefused() {
    ImageDataset cats = new FakeSplit(4, List.of(SQUARE), List.of("cat"));
    assertThatThrownBy(() -> evaluate(cats, "dense|Q=16", 1))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith("fake/val: has 1 classes, the network 3; ");
  }

  @Test
  void scoresInAnotherOrderOfTheSameClassesArePermutedByName() {
    scorer.named("owl", "cat", "dog");
    List<String> remarks = new ArrayList<>();
    Posteriors permuted =
        new Evaluator(scorer, SPLIT, Filter.BILINEAR, 1)
            .evaluate(TestProtocol.parse("dense|Q=16"), Map.of(), new Remarks(remarks));
    assertThat(remarks).singleElement().asString().contains("another order");
    for (int i = 0; i < IMAGES; i++) {
      float[] scores = FakeScorer.alone(image(i));
      assertRow(permuted, i, new float[] {scores[1], scores[2], scores[0]});
    }
  }

  @Test
  void theFirstClassThatTheNetworkDoesNotKnowIsNamed() {
    scorer.named("cat", "fox", "owl");
    assertThatThrownBy(() -> evaluate("dense|Q=16"))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith("fake/val: has the class dog, which the network does not know; ");
  }

  @Test
  void aClassTheNetworkDoesNotKnowIsNamedAlsoWhereThereAreMoreOrFewer() {
    scorer.named("cat", "fox", "owl");
    ImageDataset fewer = new FakeSplit(4, List.of(SQUARE), List.of("cat", "dog"));
    assertThatThrownBy(() -> evaluate(fewer, "dense|Q=16", 1))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith("fake/val: has the class dog, which the network does not know; ");
  }

  @Test
  void twoClassesOfOneNameAreTakenInTheirOrderOrRefusedButNeverMixedUp() {
    ImageDataset cranes = new FakeSplit(IMAGES, List.of(SQUARE), List.of("crane", "dog", "crane"));
    Posteriors unnamed = evaluate(cranes, "dense|Q=16", 1);
    scorer.named("crane", "dog", "crane");
    Posteriors named = evaluate(cranes, "dense|Q=16", 1);
    for (int i = 0; i < IMAGES; i++) {
      assertThat(row(named, i)).isEqualTo(row(unnamed, i));
    }
    scorer.named("dog", "crane", "crane");
    assertThatThrownBy(() -> evaluate(cranes, "dense|Q=16", 1))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith("fake/val: has two classes that are called crane; ");
  }

  private record Remarks(List<String> texts) implements EvaluationProgress {
    @Override
    public void done(int passes) {}

    @Override
    public void remark(String text) {
      texts.add(text);
    }
  }

  private Posteriors evaluate(String protocol) {
    return evaluate(SPLIT, protocol, 2);
  }

  private Posteriors evaluate(ImageDataset split, String protocol, int threads) {
    return new Evaluator(scorer, split, Filter.BILINEAR, threads)
        .evaluate(TestProtocol.parse(protocol), Map.of(), images -> {});
  }

  private static float[] row(Posteriors posteriors, int image) {
    return new float[] {posteriors.of(image, 0), posteriors.of(image, 1), posteriors.of(image, 2)};
  }

  private static float[] mean(float[] one, float[] other) {
    float[] mean = new float[one.length];
    for (int k = 0; k < mean.length; k++) {
      mean[k] = (one[k] + other[k]) / 2;
    }
    return mean;
  }

  private static void assertRow(Posteriors posteriors, int image, float[] expected) {
    assertThat(row(posteriors, image))
        .as("image %d", image)
        .containsExactly(expected, within(1e-6f));
  }
}
