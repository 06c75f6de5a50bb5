package org.vgg4j.eval;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.vgg4j.core.Problem;
import org.vgg4j.core.Spelling;
import org.vgg4j.core.graph.Averaging;
import org.vgg4j.core.spec.Rounding;
import org.vgg4j.eval.Technique.CenterCrop;
import org.vgg4j.eval.Technique.Dense;
import org.vgg4j.eval.Technique.MultiCrop;
import org.vgg4j.eval.Technique.MultiCropAndDense;
import org.vgg4j.eval.Technique.TenCrop;

/** Reads the text of a test protocol, part by part, and says what is wrong with it. */
final class ProtocolText {
  private static final Pattern SCALES = Pattern.compile("Q=\\d{1,5}(,\\d{1,5})*");
  private static final String FLIP = "flip";
  private static final String GRID = "grid=";
  private static final ImmutableMap<String, Averaging> AVERAGES =
      ImmutableMap.of(
          "average=posteriors", Averaging.POSTERIORS, "average=scores", Averaging.SCORES);
  private static final ImmutableMap<String, Rounding> POOLINGS =
      ImmutableMap.of("pooling=floor", Rounding.FLOOR, "pooling=ceil", Rounding.CEIL);
  private static final ImmutableMap<String, Aspect> ASPECTS =
      ImmutableMap.of("aspect=kept", Aspect.KEPT, "aspect=squashed", Aspect.SQUASHED);
  private static final ImmutableMap<String, Function<ProtocolText, Technique>> TECHNIQUES =
      ImmutableMap.of(
          "dense", text -> text.dense(text.flag(FLIP)),
          "center-crop", ProtocolText::centerCrop,
          "ten-crop", text -> new TenCrop(),
          "multi-crop", text -> text.multiCrop(text.flag(FLIP)),
          "multi-crop+dense", ProtocolText::multiCropAndDense);

  private final String text;

  /** The parts that nobody has asked for yet. */
  private final List<String> parts;

  /** The parts that have been asked for. */
  private final List<String> known = new ArrayList<>();

  ProtocolText(String text) {
    this.text = text;
    this.parts = new ArrayList<>(Splitter.on('|').splitToList(text));
  }

  TestProtocol protocol() {
    String word = parts.remove(0);
    Function<ProtocolText, Technique> reader = TECHNIQUES.get(word);
    if (reader == null) {
      throw wrong("starts with " + word, Spelling.suggestion(word, TECHNIQUES.keySet()));
    }
    List<Integer> scales = scales(word);
    Technique technique = reader.apply(this);
    boolean dense = technique.views().stream().anyMatch(Dense.class::isInstance);
    Optional<Rounding> pooling = dense ? oneOf(POOLINGS) : Optional.empty();
    Aspect aspect = oneOf(ASPECTS).orElse(Aspect.KEPT);
    if (!parts.isEmpty()) {
      throw useless(parts.get(0));
    }
    return new TestProtocol(technique, scales, pooling, aspect);
  }

  private List<Integer> scales(String word) {
    if (parts.isEmpty() || !SCALES.matcher(parts.get(0)).matches()) {
      throw wrong("lacks test scales", "write " + word + "|Q=256 or |Q=256,384,512");
    }
    String numbers = parts.remove(0).substring("Q=".length());
    List<Integer> scales = Splitter.on(',').splitToStream(numbers).map(Integer::valueOf).toList();
    if (scales.contains(0)) {
      throw wrong("has a test scale of 0 pixels", "write at least 1");
    }
    return scales;
  }

  private Dense dense(boolean flip) {
    return new Dense(flip, oneOf(AVERAGES).orElse(Averaging.SCORES));
  }

  /** The averaging was once written of center crops too; it changes nothing of a single score. */
  private CenterCrop centerCrop() {
    oneOf(AVERAGES);
    return new CenterCrop(flag(FLIP));
  }

  private MultiCrop multiCrop(boolean flip) {
    return new MultiCrop(grid(), flip);
  }

  private MultiCropAndDense multiCropAndDense() {
    boolean flip = flag(FLIP);
    return new MultiCropAndDense(multiCrop(flip), dense(flip));
  }

  private CropGrid grid() {
    String part =
        parts.stream()
            .filter(p -> p.startsWith(GRID))
            .findFirst()
            .orElseThrow(() -> wrong("lacks its grid", "write grid=5x5, as in the paper"));
    flag(part);
    try {
      return CropGrid.parse(part.substring(GRID.length()));
    } catch (IllegalArgumentException e) {
      throw wrong("has no use for " + part, "write grid=5x5, or other numbers from 1 to 99")
          .causedBy(e);
    }
  }

  /** Takes a part out, if it is there. */
  private boolean flag(String part) {
    known.add(part);
    return parts.remove(part);
  }

  /** Takes a part out that may be there in several forms, but only in one of them. */
  private <T> Optional<T> oneOf(Map<String, T> forms) {
    List<String> there = forms.keySet().stream().filter(this::flag).toList();
    if (there.size() > 1) {
      throw wrong("says " + String.join(" and ", there), "write one of them");
    }
    return there.stream().findFirst().map(forms::get);
  }

  private Problem useless(String part) {
    if (known.contains(part)) {
      return wrong("says " + part + " twice", "write it once");
    }
    return wrong("has no use for " + part, Spelling.suggestion(part, ImmutableList.copyOf(known)));
  }

  private Problem wrong(String what, String remedy) {
    return Problem.configuration("test protocol " + text, what, remedy);
  }
}
