package org.vgg4j.experiments;

import java.util.List;
import org.vgg4j.data.augment.ScaleRange;
import org.vgg4j.experiments.Row.Member;
import org.vgg4j.experiments.table.Cell.Source;
import org.vgg4j.experiments.table.Result.Part;
import org.vgg4j.experiments.table.Result.Published;
import org.vgg4j.train.EpochSummary;

/**
 * Where the networks of rows come from: trained stages, or files of weights.
 *
 * @param plan which stage trains the network of a test
 * @param published the files
 */
record RowNetworks(Plan plan, Preset preset, RunStore store, PublishedFiles published) {

  /** The network of a test, for one seed. */
  TestedNetwork of(Member test, long seed) {
    return published
        .of(test)
        .map(weights -> weights.tested(preset.recipe().interpolation()))
        .orElseGet(() -> TestedNetwork.of(plan.stageOf(test, seed), store));
  }

  /** How a row is filled. */
  Source sourceOf(Row row) {
    long given = row.tests().stream().filter(test -> published.of(test).isPresent()).count();
    return given == 0
        ? Source.TRAINED
        : given == row.tests().size() ? Source.PUBLISHED : Source.MIXED;
  }

  /** The stages that train the networks of a row, where any is trained. */
  List<Stage> stagesOf(Row row, long seed) {
    return row.tests().stream()
        .filter(test -> published.of(test).isEmpty())
        .map(test -> plan.stageOf(test, seed))
        .distinct()
        .toList();
  }

  /** Seconds that training the networks of a row took, over all processes that had a part in it. */
  double secondsOf(Row row, long seed) {
    return stagesOf(row, seed).stream()
        .flatMap(stage -> store.runOf(stage).journal().epochs().stream())
        .mapToDouble(EpochSummary::seconds)
        .sum();
  }

  /** A test as a result tells it. */
  Part partOf(Member test, RowPosteriors posteriors, long seed) {
    TestedNetwork network = of(test, seed);
    Published origin = published.of(test).map(PublishedWeights::origin).orElse(null);
    return new Part(
        test.network(),
        scaleOf(test).toString(),
        posteriors.protocolOf(test).toString(),
        store.relative(network.weights()),
        store.relative(network.posteriors(posteriors.protocolOf(test))),
        origin);
  }

  /** The train scale of a test's network at the preset. */
  ScaleRange scaleOf(Member test) {
    return preset.scaled(ScaleRange.parse(test.train().scale()));
  }
}
