package org.vgg4j.eval;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vgg4j.core.Problem;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.spec.Rounding;
import org.vgg4j.data.augment.Sample;
import org.vgg4j.data.image.ImageSize;
import org.vgg4j.eval.Technique.Dense;

/**
 * How a network is tested (section 3.2): a value with one canonical text, such as {@code
 * dense|Q=256,384,512|flip}. Parts come in this order: technique, scales, {@code grid}, {@code
 * flip}, {@code average=posteriors}, {@code pooling}, {@code aspect=squashed}; what is the default
 * is not written.
 *
 * @param technique what of an image the network sees
 * @param testScales the test scales Q in pixels; posteriors are averaged over them (section 4.2)
 * @param pooling how pooling rounds instead of as the network says; empty for the network's own
 * @param aspect what becomes of the ratio of an image's sides in the rescale
 */
public record TestProtocol(
    Technique technique, List<Integer> testScales, Optional<Rounding> pooling, Aspect aspect) {

  public TestProtocol {
    testScales = ImmutableList.copyOf(testScales);
    checkArgument(!testScales.isEmpty(), "a protocol has at least one test scale");
    checkArgument(
        testScales.stream().allMatch(scale -> scale > 0), "a test scale is at least 1 pixel");
  }

  /** A protocol in which pooling rounds as the network says, with the paper's isotropic rescale. */
  public TestProtocol(Technique technique, List<Integer> testScales) {
    this(technique, testScales, Optional.empty(), Aspect.KEPT);
  }

  /**
   * Reads a protocol.
   *
   * @throws Problem if the text is not one, saying which part is wrong
   */
  public static TestProtocol parse(String text) {
    return new ProtocolText(text).protocol();
  }

  /** The same protocol at other test scales. */
  public TestProtocol at(List<Integer> scales) {
    return new TestProtocol(technique, scales, pooling, aspect);
  }

  /** The same protocol with another technique. */
  public TestProtocol with(Technique other) {
    return new TestProtocol(other, testScales, pooling, aspect);
  }

  /** The same protocol with another rescale. */
  public TestProtocol with(Aspect other) {
    return new TestProtocol(technique, testScales, pooling, other);
  }

  /** The test scales as people write them, such as {@code 256,384,512}. */
  public String scalesText() {
    return Joiner.on(',').join(testScales);
  }

  /**
   * The protocols of the single views. The posteriors of a protocol are the mean of theirs, so that
   * those of multi-crop and dense evaluation are what they were without the other.
   */
  public List<TestProtocol> parts() {
    return technique.views().stream().map(this::with).toList();
  }

  /** How often an image is gone through: once per view and test scale. */
  public int passes() {
    return technique.views().size() * testScales.size();
  }

  /** The network with the protocol's pooling. */
  public NetworkSpec appliedTo(NetworkSpec network) {
    return pooling.map(network::withPooling).orElse(network);
  }

  /** What has to be rescaled of an image, one sample per test scale. */
  List<Sample> samples(ImageSize original, int crop) {
    ImageSize shape = aspect.of(original);
    return testScales.stream().map(scale -> technique.seen(shape, scale, crop)).toList();
  }

  /**
   * Checks that the crops of a network have room at every test scale.
   *
   * @throws Problem if they have not
   */
  void checkRoomFor(int crop) {
    int least = Collections.min(testScales);
    boolean cropped = technique.views().stream().anyMatch(view -> !(view instanceof Dense));
    if (cropped && least < crop) {
      throw Problem.configuration(
          "test scale Q=" + least,
          "is smaller than the crop of " + crop + " pixels",
          "use Q of at least " + crop);
    }
  }

  /** The canonical text. */
  @Override
  public String toString() {
    ImmutableList.Builder<String> parts =
        ImmutableList.<String>builder()
            .add(technique.word(), "Q=" + scalesText())
            .addAll(technique.options());
    pooling.ifPresent(rounding -> parts.add("pooling=" + word(rounding)));
    if (aspect == Aspect.SQUASHED) {
      parts.add("aspect=squashed");
    }
    return Joiner.on('|').join(parts.build());
  }

  static String word(Rounding rounding) {
    return rounding.name().toLowerCase(Locale.ROOT);
  }
}
