package org.vgg4j.experiments.gate;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vgg4j.core.graph.Device;
import org.vgg4j.data.source.ImageDataset;

/** Fixed networks on fixed images. */
class ProbesTests {
  private static final String DENSE = "A-LRN dense|Q=37|flip bilinear";
  private static final int CLASSES = ProbeImages.CLASSES.size();

  @Test
  void theImagesAreReadAsClassFoldersInTheOrderOfCodePoints() {
    try (ProbeImages probe = ProbeImages.drawn(1)) {
      ImageDataset images = probe.images();
      assertThat(images.classes())
          .isEqualTo(ProbeImages.CLASSES)
          .isSortedAccordingTo(String::compareTo);
      assertThat(images.size()).isEqualTo(2 * CLASSES);
      assertThat(new ImageFacts(images, 1).all())
          .containsEntry("class folders: classes", "10 9 Bee ant n10 n2")
          .hasSize(7);
    }
  }

  @Test
  void posteriorsAreNeitherAlikeNorCertainAndFollowTheNamesOfClasses() {
    try (ProbeImages images = ProbeImages.drawn(1)) {
      Map<String, List<Double>> probes =
          new Probes(images.images(), Device.cpu().withThreads(1)).all();
      List<Double> straight = requireNonNull(probes.get(DENSE));
      List<Double> reversed = requireNonNull(probes.get(DENSE + " classes reversed"));
      assertThat(Collections.max(straight)).isBetween(0.3, 0.9);
      assertThat(straight.subList(0, CLASSES))
          .isNotEqualTo(straight.subList(CLASSES, 2 * CLASSES))
          .containsExactlyElementsOf(backwards(reversed.subList(0, CLASSES)));
    }
  }

  private static List<Double> backwards(List<Double> numbers) {
    List<Double> copy = new ArrayList<>(numbers);
    Collections.reverse(copy);
    return copy;
  }
}
