package org.vgg4j.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vgg4j.core.Seed;

class StratifiedSampleTests {
  private final ImageDataset split = new FakeImages(30);

  private static List<String> ids(ImageDataset images) {
    return IntStream.range(0, images.size()).mapToObj(images::id).toList();
  }

  private static long ofClass(ImageDataset images, int label) {
    return IntStream.range(0, images.size()).filter(i -> images.label(i) == label).count();
  }

  @Test
  void everyClassKeepsItsShareUpToAWholeImage() {
    for (int size = 1; size < split.size(); size++) {
      ImageDataset sample = StratifiedSample.of(split, size, new Seed(1));
      assertThat(sample.size()).isEqualTo(size);
      for (int label = 0; label < split.classes().size(); label++) {
        double share = (double) size * ofClass(split, label) / split.size();
        assertThat((double) ofClass(sample, label)).isBetween(share - 1, share + 1);
      }
    }
  }

  @Test
  void theImagesHangOnTheSeedAndStayInOrder() {
    List<String> first = ids(StratifiedSample.of(split, 10, new Seed(1)));
    assertThat(ids(StratifiedSample.of(split, 10, new Seed(1)))).isEqualTo(first);
    assertThat(ids(StratifiedSample.of(split, 10, new Seed(2)))).isNotEqualTo(first);
    assertThat(ids(split)).containsSubsequence(first);
  }

  @Test
  void asManyAsThereAreIsTheSplitItself() {
    assertThat(StratifiedSample.of(split, 30, new Seed(1))).isSameAs(split);
    assertThat(StratifiedSample.of(split, 99, new Seed(1))).isSameAs(split);
  }

  @Test
  void aSampleHasAtLeastOneImage() {
    assertThatThrownBy(() -> StratifiedSample.of(split, 0, new Seed(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
