package org.vgg4j.experiments.aid;

import java.util.List;
import java.util.Optional;
import org.vgg4j.experiments.StageSpec;
import org.vgg4j.experiments.aid.Explanation.Trained;
import org.vgg4j.experiments.table.Provenance;
import org.vgg4j.train.EpochSummary;
import org.vgg4j.train.LayerMap;

/** What a run directory tells of its training. */
final class TrainedRun {
  private TrainedRun() {}

  static Trained of(OutputFolder folder, StoredRun run) {
    Optional<StageSpec> spec = run.spec();
    List<EpochSummary> epochs = run.epochs().orElse(List.of());
    return new Trained(
        run.name(),
        RunState.of(run, folder.isInUse()),
        spec.map(StageSpec::network).orElse(""),
        spec.map(StageSpec::scale).orElse(""),
        spec.map(StageSpec::seed).orElse(0L),
        run.layers().map(LayerMap::text).orElse("unknown"),
        epochs.size(),
        epochs.isEmpty() ? 0 : epochs.get(epochs.size() - 1).iterations(),
        epochs.stream().mapToDouble(EpochSummary::seconds).sum(),
        run.provenance().map(TrainedRun::madeBy).orElse(""));
  }

  private static String madeBy(Provenance made) {
    return "vgg4j %s, TensorFlow %s, %s"
        .formatted(made.version(), made.tensorFlow(), made.device());
  }
}
