package org.vgg4j.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vgg4j.data.batch.TestImage;
import org.vgg4j.data.image.Image;
import org.vgg4j.data.image.ImageSize;
import org.vgg4j.eval.FakeScorer.Batch;

class PosteriorsAtScaleTests {
  private static final TestProtocol PROTOCOL = TestProtocol.parse("dense|Q=224");
  private static final ImageSize CROP = new ImageSize(224, 224);

  private final FakeScorer scorer = new FakeScorer();
  private final List<Integer> progress = new ArrayList<>();

  @Test
  void fullBatchesRunAtOnceAndTheSmallRestAtTheEnd() {
    List<TestImage> images = images(20, CROP);
    PosteriorsAtScale scale = scale(20);
    images.forEach(scale::add);
    assertThat(progress).containsExactly(16);
    float[] posteriors = scale.finish();
    assertThat(progress).containsExactly(16, 4);
    assertThat(posteriors).isEqualTo(alone(images));
  }

  @Test
  void anImageAboveTheSizeOfABatchRunsAlone() {
    PosteriorsAtScale scale = scale(1);
    scale.add(images(1, new ImageSize(900, 1000)).get(0));
    assertThat(scorer.batches()).extracting(Batch::images).containsExactly(1);
    assertThat(scale.finish()).hasSize(3);
  }

  /** All sizes have 360360 pixels, so that the images can share them. */
  @Test
  void imagesOfManySizesDoNotWaitUntilTheyFillTheMemory() {
    List<TestImage> images = new ArrayList<>();
    byte[] shared = new FakeSplit(1, List.of(new ImageSize(360, 1001))).image(0).pixels();
    IntStream.rangeClosed(1, 360360)
        .filter(height -> 360360 % height == 0)
        .mapToObj(height -> new Image(new ImageSize(height, 360360 / height), shared))
        .forEach(image -> images.add(new TestImage(images.size(), 0, image)));
    PosteriorsAtScale scale = scale(images.size());
    images.forEach(scale::add);
    int waiting = images.size() - progress.size();
    assertThat(waiting).isLessThanOrEqualTo(64 * 16 * 224 * 224 / 360360);
    assertThat(scale.finish()).isEqualTo(alone(images));
  }

  @Test
  void noImageCountsTwiceAndNoneIsForgotten() {
    TestImage image = images(1, CROP).get(0);
    PosteriorsAtScale scale = scale(2);
    scale.add(image);
    assertThatThrownBy(() -> scale.add(image)).hasMessage("image 0 came twice");
    assertThatThrownBy(scale::finish).hasMessage("1 of 2 images were seen");
  }

  private PosteriorsAtScale scale(int images) {
    return new PosteriorsAtScale(scorer, PROTOCOL, images, progress::add);
  }

  private static List<TestImage> images(int count, ImageSize size) {
    FakeSplit split = new FakeSplit(count, List.of(size));
    return IntStream.range(0, count)
        .mapToObj(index -> new TestImage(index, split.label(index), split.image(index)))
        .toList();
  }

  private static float[] alone(List<TestImage> images) {
    float[] posteriors = new float[images.size() * 3];
    for (TestImage test : images) {
      float[] row = FakeScorer.alone(test.image());
      System.arraycopy(row, 0, posteriors, test.index() * 3, 3);
    }
    return posteriors;
  }
}
