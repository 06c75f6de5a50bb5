package org.vgg4j.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vgg4j.core.graph.Averaging;
import org.vgg4j.data.image.Image;
import org.vgg4j.data.image.ImageSize;
import org.vgg4j.data.image.Window;
import org.vgg4j.eval.FakeScorer.Batch;
import org.vgg4j.eval.Technique.Dense;
import org.vgg4j.eval.Technique.MultiCrop;
import org.vgg4j.eval.Technique.View;

class ViewScoringTests {
  private static final View DENSE = new Dense(false, Averaging.SCORES);
  private static final ImageSize CROP = new ImageSize(224, 224);

  private final FakeScorer scorer = new FakeScorer();
  private final List<Integer> progress = new ArrayList<>();

  @Test
  void fullBatchesRunAtOnceAndTheSmallRestAtTheEnd() {
    List<Image> images = images(20, CROP);
    ViewScoring scale = scale(20);
    addAll(scale, images);
    assertThat(progress).containsExactly(16);
    float[] posteriors = scale.finish();
    assertThat(progress).containsExactly(16, 4);
    assertThat(posteriors).isEqualTo(alone(images));
  }

  @Test
  void anImageAboveTheSizeOfABatchRunsAlone() {
    ViewScoring scale = scale(1);
    scale.add(0, images(1, new ImageSize(900, 1000)).get(0));
    assertThat(scorer.batches()).extracting(Batch::images).containsExactly(1);
    assertThat(scale.finish()).hasSize(3);
  }

  @Test
  void cropsOfSeveralImagesShareBatchesAndAnImageIsDoneWithItsLastCrop() {
    View grid = new MultiCrop(CropGrid.PAPER, true);
    ViewScoring scale = new ViewScoring(scorer, grid, 2, progress::add);
    int large = 200;
    FakeSplit split = new FakeSplit(2, List.of(new ImageSize(large, large + 50)));
    scale.add(0, split.image(0));
    scale.add(1, split.image(1));
    float[] posteriors = scale.finish();
    assertThat(scorer.batches().stream().mapToInt(Batch::images).sum()).isEqualTo(2 * 50);
    assertThat(progress.stream().mapToInt(Integer::intValue).sum()).isEqualTo(2);
    for (int image = 0; image < 2; image++) {
      float[] expected = new float[3];
      for (Window window : CropGrid.PAPER.windows(split.sizes().get(0), FakeScorer.CROP)) {
        Image crop = split.image(image).crop(window);
        addTo(expected, FakeScorer.alone(crop));
        addTo(expected, FakeScorer.alone(crop.flipped()));
      }
      for (int k = 0; k < 3; k++) {
        assertThat(posteriors[image * 3 + k]).isCloseTo(expected[k] / 50, within(1e-6f));
      }
    }
  }

  private static void addTo(float[] sums, float[] values) {
    for (int k = 0; k < sums.length; k++) {
      sums[k] += values[k];
    }
  }

  /** All sizes have 360360 pixels, so that the images can share them. */
  @Test
  void imagesOfManySizesDoNotWaitUntilTheyFillTheMemory() {
    List<Image> images = new ArrayList<>();
    byte[] shared = new FakeSplit(1, List.of(new ImageSize(360, 1001))).image(0).pixels();
    IntStream.rangeClosed(1, 360360)
        .filter(height -> 360360 % height == 0)
        .mapToObj(height -> new Image(new ImageSize(height, 360360 / height), shared))
        .forEach(images::add);
    ViewScoring scale = scale(images.size());
    addAll(scale, images);
    int waiting = images.size() - progress.size();
    assertThat(waiting).isLessThanOrEqualTo(64 * 16 * 224 * 224 / 360360);
    assertThat(scale.finish()).isEqualTo(alone(images));
  }

  @Test
  void noImageCountsTwiceAndNoneIsForgotten() {
    Image image = images(1, CROP).get(0);
    ViewScoring scale = scale(2);
    scale.add(0, image);
    assertThatThrownBy(() -> scale.add(0, image)).hasMessage("image 0 came twice");
    assertThatThrownBy(scale::finish).hasMessage("image 1 was not seen");
  }

  private ViewScoring scale(int images) {
    return new ViewScoring(scorer, DENSE, images, progress::add);
  }

  private static void addAll(ViewScoring scale, List<Image> images) {
    for (int i = 0; i < images.size(); i++) {
      scale.add(i, images.get(i));
    }
  }

  private static List<Image> images(int count, ImageSize size) {
    FakeSplit split = new FakeSplit(count, List.of(size));
    return IntStream.range(0, count).mapToObj(split::image).toList();
  }

  private static float[] alone(List<Image> images) {
    float[] posteriors = new float[images.size() * 3];
    for (int i = 0; i < images.size(); i++) {
      System.arraycopy(FakeScorer.alone(images.get(i)), 0, posteriors, i * 3, 3);
    }
    return posteriors;
  }
}
