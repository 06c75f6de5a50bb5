package org.vgg4j.experiments.aid;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vgg4j.experiments.StageSpec;
import org.vgg4j.train.EpochSummary;

/**
 * A run in a list. Errors are of the validation images by one central crop, in percent.
 *
 * @param epochs done so far
 * @param atMost epochs at the end, where training does not stop before; 0 before the first is done
 * @param bestTop1 null before the first epoch
 * @param lastTop1 null before the first epoch
 * @param bytes on the disk
 * @param changed when something in it was written last, as ISO 8601
 * @param tables that are made of it
 */
public record RunListing(
    String run,
    RunState state,
    String network,
    String trainScale,
    long seed,
    int epochs,
    int atMost,
    @Nullable Double bestTop1,
    @Nullable Double lastTop1,
    long bytes,
    String changed,
    List<String> tables) {
  public RunListing {
    tables = ImmutableList.copyOf(tables);
  }

  static RunListing of(StoredRun run, OutputFolder folder, RunUse use) {
    Optional<StageSpec> spec = run.spec();
    List<EpochSummary> epochs = run.epochs().orElse(List.of());
    DiskUse disk = DiskUse.of(run.path());
    return new RunListing(
        run.name(),
        RunState.of(run, folder.isInUse()),
        spec.map(s -> s.networkSpec().name()).orElse(""),
        spec.map(StageSpec::scale).orElse(""),
        spec.map(StageSpec::seed).orElse(0L),
        epochs.size(),
        spec.map(s -> atMost(s, new Lineage(folder).parentOf(run), epochs)).orElse(0),
        epochs.stream().map(EpochSummary::validationTop1).min(Double::compare).orElse(null),
        epochs.isEmpty() ? null : (Double) epochs.get(epochs.size() - 1).validationTop1(),
        disk.bytes(),
        disk.changed().toString(),
        use.tables().get(run.name()).asList());
  }

  /** The journal tells how many iterations an epoch has. */
  private static int atMost(StageSpec spec, Optional<StoredRun> parent, List<EpochSummary> epochs) {
    if (epochs.isEmpty()) {
      return 0;
    }
    int iterations = Math.toIntExact(epochs.get(0).iterations());
    @Nullable StageSpec former = parent.flatMap(StoredRun::spec).orElse(null);
    return spec.courseAfter(former).over(iterations).epochs();
  }
}
