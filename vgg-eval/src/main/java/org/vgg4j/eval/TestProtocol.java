package org.vgg4j.eval;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.vgg4j.core.Problem;
import org.vgg4j.core.Spelling;
import org.vgg4j.core.graph.Averaging;

/**
 * How a network is tested (section 3.2): a value with one canonical text, such as {@code
 * dense|Q=256,384,512|flip}. Parts come in this order: view, scales, {@code flip}, {@code
 * average=posteriors}; what is the default is not written.
 *
 * @param view what of an image the network sees
 * @param testScales the test scales Q in pixels; posteriors are averaged over them (section 4.2)
 * @param flip whether the posteriors of the mirrored image count as well
 * @param averaging how a class score map becomes posteriors
 */
public record TestProtocol(View view, List<Integer> testScales, boolean flip, Averaging averaging) {
  private static final ImmutableList<String> PARTS =
      ImmutableList.of("flip", "average=posteriors", "average=scores");

  /** What of an image the network sees. */
  public enum View {
    /** The whole uncropped image, through the fully-convolutional network. */
    DENSE("dense"),
    /** One crop of the training size, from the middle. */
    CENTER_CROP("center-crop");

    private final String word;

    View(String word) {
      this.word = word;
    }
  }

  public TestProtocol {
    testScales = ImmutableList.copyOf(testScales);
    checkArgument(!testScales.isEmpty(), "a protocol has at least one test scale");
    checkArgument(
        testScales.stream().allMatch(scale -> scale > 0), "a test scale is at least 1 pixel");
  }

  /**
   * Reads a protocol.
   *
   * @throws Problem if the text is not one, saying which part is wrong
   */
  public static TestProtocol parse(String text) {
    List<String> parts = new ArrayList<>(List.of(text.split("\\|", -1)));
    View view = view(text, parts.remove(0));
    if (parts.isEmpty() || !parts.get(0).matches("Q=\\d{1,5}(,\\d{1,5})*")) {
      throw wrong(text, "lacks test scales", "write " + view.word + "|Q=256 or |Q=256,384,512");
    }
    List<Integer> scales =
        ImmutableList.copyOf(parts.remove(0).substring("Q=".length()).split(",")).stream()
            .map(Integer::valueOf)
            .toList();
    if (scales.contains(0)) {
      throw wrong(text, "has a test scale of 0 pixels", "write at least 1");
    }
    boolean flip = parts.remove("flip");
    Averaging averaging = averaging(text, parts);
    if (!parts.isEmpty()) {
      throw useless(text, parts.get(0));
    }
    return new TestProtocol(view, scales, flip, averaging);
  }

  /** Takes what is said of the averaging out of {@code parts}. */
  private static Averaging averaging(String text, List<String> parts) {
    boolean posteriors = parts.remove("average=posteriors");
    boolean scores = parts.remove("average=scores");
    if (posteriors && scores) {
      throw wrong(text, "averages scores and posteriors", "write one of them");
    }
    return posteriors ? Averaging.POSTERIORS : Averaging.SCORES;
  }

  private static Problem useless(String text, String part) {
    return PARTS.contains(part)
        ? wrong(text, "says " + part + " twice", "write it once")
        : wrong(text, "has no use for " + part, Spelling.suggestion(part, PARTS));
  }

  private static View view(String text, String word) {
    for (View view : View.values()) {
      if (view.word.equals(word)) {
        return view;
      }
    }
    List<String> words = ImmutableList.copyOf(View.values()).stream().map(v -> v.word).toList();
    throw wrong(text, "starts with " + word, Spelling.suggestion(word, words));
  }

  private static Problem wrong(String text, String what, String remedy) {
    return Problem.configuration("test protocol " + text, what, remedy);
  }

  /** The same protocol at other test scales. */
  public TestProtocol at(List<Integer> scales) {
    return new TestProtocol(view, scales, flip, averaging);
  }

  /** The test scales as people write them, such as {@code 256,384,512}. */
  public String scalesText() {
    return Joiner.on(',').join(testScales);
  }

  /** The canonical text. */
  @Override
  public String toString() {
    return view.word
        + "|Q="
        + scalesText()
        + (flip ? "|flip" : "")
        + (averaging == Averaging.POSTERIORS ? "|average=posteriors" : "");
  }
}
