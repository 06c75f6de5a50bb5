package org.vgg4j.experiments.sensitivity;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.vgg4j.core.graph.Device;
import org.vgg4j.eval.EvaluationProgress;
import org.vgg4j.experiments.sensitivity.Sensitivity.Test;
import org.vgg4j.experiments.sensitivity.Sensitivity.Tested;
import org.vgg4j.experiments.sensitivity.Sensitivity.Untested;

/**
 * A test, and all variants of it that differ from it and can be run with the same weights.
 *
 * @param asked the test
 * @param variants what becomes of it
 * @param untested the variants left out
 */
public record SensitivityTest(
    Setup asked, ImmutableMap<Variant, Setup> variants, ImmutableList<Untested> untested) {

  /** Chooses the variants of a test. */
  public static SensitivityTest of(Setup asked) {
    ImmutableMap.Builder<Variant, Setup> variants = ImmutableMap.builder();
    ImmutableList.Builder<Untested> untested = ImmutableList.builder();
    for (Variant variant : Variant.values()) {
      Setup changed = variant.of(asked);
      if (changed.equals(asked)) {
        untested.add(untested(variant, "changes nothing here"));
      } else if (!changed.sharesWeightsWith(asked)) {
        untested.add(untested(variant, "would need other weights"));
      } else {
        variants.put(variant, changed);
      }
    }
    return new SensitivityTest(asked, variants.buildOrThrow(), untested.build());
  }

  private static Untested untested(Variant variant, String reason) {
    return new Untested(variant.toString(), variant.description(), reason);
  }

  /** How often an image is gone through in all: once per view, test scale and setup. */
  public int passes() {
    return SetupRuns.distinct(setups()).stream().mapToInt(s -> s.protocol().passes()).sum();
  }

  /** Every setup once, the one asked for first. */
  private ImmutableSet<Setup> setups() {
    return ImmutableSet.<Setup>builder().add(asked).addAll(variants.values()).build();
  }

  /**
   * Runs them all.
   *
   * @param progress hears of every pass, and may end the work
   * @throws org.vgg4j.core.Problem if the data, the weights or the protocol do not fit each other
   */
  public Sensitivity run(
      Path weights, Device device, TestedImages images, EvaluationProgress progress) {
    Map<Setup, Outcome> outcomes = new SetupRuns(weights, device, images, progress).of(setups());
    Outcome test = requireNonNull(outcomes.get(asked));
    List<Outcome> others =
        variants.values().stream().map(setup -> requireNonNull(outcomes.get(setup))).toList();
    return new Sensitivity(
        Test.of(asked.protocol().toString(), test.ranks()), tested(test, others), untested);
  }

  private ImmutableList<Tested> tested(Outcome test, List<Outcome> others) {
    List<Variant> names = variants.keySet().asList();
    List<Cost> top1 = Cost.of(test, others, 1);
    List<Cost> top5 = Cost.of(test, others, 5);
    return IntStream.range(0, others.size())
        .mapToObj(
            i ->
                new Tested(
                    names.get(i).toString(),
                    names.get(i).description(),
                    top1.get(i),
                    top5.get(i),
                    others.get(i).choicesOtherThanIn(test)))
        .collect(toImmutableList());
  }
}
