package org.vgg4j.experiments.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vgg4j.core.Seed;
import org.vgg4j.core.spec.NetworkNotation;
import org.vgg4j.core.spec.Preprocessing;
import org.vgg4j.core.weights.NetworkManifest;
import org.vgg4j.data.DataSource;
import org.vgg4j.data.Reading;
import org.vgg4j.data.image.Decoding;
import org.vgg4j.data.image.Filter;
import org.vgg4j.data.image.ImageSize;
import org.vgg4j.data.image.StoredImage;
import org.vgg4j.eval.Interval;
import org.vgg4j.eval.TestProtocol;
import org.vgg4j.experiments.Sampling;
import org.vgg4j.experiments.sensitivity.Sensitivity.Tested;
import org.vgg4j.experiments.sensitivity.Sensitivity.Untested;
import org.vgg4j.testing.SharedFolder;

/** Which variants are tested, on what, and in which order they are told. */
class SensitivityTestTests {
  private static SensitivityTest test(String network, int crop, String protocol) {
    NetworkManifest manifest =
        new NetworkManifest(
            NetworkNotation.parse(network).withClasses(10), crop, Preprocessing.imageNet());
    return SensitivityTest.of(
        Setup.of(manifest, TestProtocol.parse(protocol), Filter.BICUBIC, Decoding.EXACT));
  }

  @Test
  void everyVariantIsTestedOrSaidNotToBe() {
    SensitivityTest test = test("tiny conv3-2 | fc-classes", 8, "dense|Q=9,12|flip");
    assertThat(test.untested())
        .extracting(Untested::name)
        .containsExactly(
            "bicubic",
            "imagenet-mean",
            "pixels-to-255",
            "exif-ignored",
            "full-decoding",
            "ceil-pooling",
            "scores-averaged",
            "flip");
    assertThat(test.untested()).extracting(Untested::reason).containsOnly("changes nothing here");
    assertThat(
            Stream.concat(
                test.untested().stream().map(Untested::name),
                test.variants().keySet().stream().map(Variant::toString)))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Variant.values()).map(Variant::toString).toList());
  }

  @Test
  void poolingThatNeedsOtherWeightsIsNotTested() {
    SensitivityTest test =
        test("tiny conv3-2 pool2/2-floor fc-classes", /* crop= */ 7, "center-crop|Q=9");
    assertThat(test.variants()).doesNotContainKey(Variant.CEIL_POOLING);
    assertThat(test.untested())
        .contains(new Untested("ceil-pooling", "pooling rounds up", "would need other weights"));
  }

  /**
   * Fifteen variants; two of them read the same scores in another order; one has a single scale.
   */
  @Test
  void passesAreCountedOnceForAllOrdersOfClasses() {
    SensitivityTest test = test("tiny conv3-2 | fc-classes", 8, "dense|Q=9,12|flip");
    assertThat(test.variants()).hasSize(15);
    int atTwoScales = 1 + 15 - 2 - 2;
    assertThat(test.passes()).isEqualTo(2 * atTwoScales + 1 + 1);
  }

  private static Cost cost(double points) {
    return new Cost(points, new Interval(points - 1, points + 1), 0, 0, 0.5, 1);
  }

  private static Tested tested(String name, double top1, double top5) {
    return new Tested(name, name, cost(top1), cost(top5), 0);
  }

  @Test
  void theDearestVariantComesFirst() {
    Sensitivity sensitivity =
        new Sensitivity(
            new Sensitivity.Test("p", "", 9, 1, new Interval(0, 2), 0, new Interval(0, 1)),
            ImmutableList.of(
                tested("gains", -2, 5),
                tested("little", 1, 0),
                tested("more", 1, 3),
                tested("most", 9, 0)),
            ImmutableList.of());
    assertThat(sensitivity.variants())
        .extracting(Tested::name)
        .containsExactly("most", "more", "little", "gains");
  }

  @Test
  void imagesAreReadAgainAsAnotherDecodingSays(@TempDir Path folder) throws IOException {
    Path image = SharedFolder.path("golden/preprocess/exif6.jpg");
    for (String name : List.of("cat", "dog")) {
      Files.copy(image, Files.createDirectories(folder.resolve("val/" + name)).resolve("1.jpg"));
    }
    TestedImages images =
        new TestedImages(folder.toString(), Reading.DEFAULT, new Sampling(5, new Seed(1)));
    ImageSize stored = size(images, Decoding.EXACT);
    ImageSize upright = size(images, new Decoding(true, Optional.empty(), false));
    assertThat(List.of(upright.height(), upright.width()))
        .isEqualTo(List.of(stored.width(), stored.height()))
        .doesNotHaveDuplicates();
    ImageSize least = new ImageSize(stored.height() / 4, stored.width() / 4);
    try (DataSource source = images.open(new Decoding(false, Optional.empty(), true), 1)) {
      StoredImage reduced = source.val().image(0).reduced(least);
      assertThat(reduced.size().height()).isLessThan(stored.height());
    }
  }

  private static ImageSize size(TestedImages images, Decoding decoding) {
    try (DataSource source = images.open(decoding, 1)) {
      return source.val().image(0).decoded().size();
    }
  }
}
