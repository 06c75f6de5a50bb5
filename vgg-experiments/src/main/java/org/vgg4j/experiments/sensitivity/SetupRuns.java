package org.vgg4j.experiments.sensitivity;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Multimaps;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.vgg4j.core.graph.Device;
import org.vgg4j.data.DataSource;
import org.vgg4j.data.source.ImageDataset;
import org.vgg4j.eval.EvaluationProgress;
import org.vgg4j.eval.LabelCheck;
import org.vgg4j.eval.Posteriors;
import org.vgg4j.eval.Predictor;
import org.vgg4j.experiments.NetworkTest;

/**
 * Tests one network in many setups on the same images, one after the other: data are opened once a
 * decoding, the network runs once for all orders of classes, and posteriors are not kept.
 */
final class SetupRuns {
  private final Path weights;
  private final Device device;
  private final TestedImages tested;
  private final EvaluationProgress progress;
  private final Map<Setup, Outcome> outcomes = new HashMap<>();

  SetupRuns(Path weights, Device device, TestedImages tested, EvaluationProgress progress) {
    this.weights = weights;
    this.device = device;
    this.tested = tested;
    this.progress = progress;
  }

  /** What is computed apart from each other. */
  static Set<Setup> distinct(Collection<Setup> setups) {
    return Multimaps.index(setups, setup -> setup.with(LabelOrder.GIVEN)).keySet();
  }

  /** The outcome of every setup; remarks come of the first alone. */
  ImmutableMap<Setup, Outcome> of(Set<Setup> setups) {
    Multimaps.index(setups, Setup::decoding)
        .asMap()
        .forEach(
            (decoding, group) -> {
              try (DataSource source = tested.open(decoding, device.threads())) {
                test(source.val(), group);
              }
            });
    return ImmutableMap.copyOf(outcomes);
  }

  private void test(ImageDataset split, Collection<Setup> setups) {
    Multimaps.index(setups, setup -> setup.with(LabelOrder.GIVEN))
        .asMap()
        .forEach((shown, orders) -> keep(posteriors(split, shown), orders));
  }

  private Posteriors posteriors(ImageDataset split, Setup setup) {
    ImageDataset images = tested.sampling().of(split);
    try (Predictor predictor = new Predictor(weights, device, setup.network())) {
      return new NetworkTest(setup.shown(predictor), images, setup.filter(), device.threads())
          .evaluator()
          .evaluate(
              setup.protocol(),
              ImmutableMap.of("partial", tested.sampling().part(split)),
              progress());
    }
  }

  private void keep(Posteriors posteriors, Collection<Setup> orders) {
    LabelCheck.of(posteriors).ifPresent(progress()::remark);
    orders.forEach(setup -> outcomes.put(setup, Outcome.of(setup.labels().appliedTo(posteriors))));
  }

  private EvaluationProgress progress() {
    return outcomes.isEmpty() ? progress : EvaluationProgress.counting(progress::done);
  }
}
