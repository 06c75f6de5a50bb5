package org.vgg4j.experiments;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vgg4j.eval.statistics.RankedImages;
import org.vgg4j.experiments.Row.PaperErrors;
import org.vgg4j.experiments.table.ClaimResult;

/** Holds the claims of an experiment against the posteriors of its rows. */
final class ClaimTesting {
  private final Experiment experiment;
  private final Settings settings;
  private final RowPosteriors posteriors;
  private final RunListener listener;
  private final Map<String, List<RankedImages>> ranked = new HashMap<>();

  ClaimTesting(
      Experiment experiment, Settings settings, RowPosteriors posteriors, RunListener listener) {
    this.experiment = experiment;
    this.settings = settings;
    this.posteriors = posteriors;
    this.listener = listener;
  }

  /** Every claim with its verdict; the claims of one experiment are one family of tests. */
  List<ClaimResult> results() {
    return new ClaimFamily(this::ranked, this::papers).results(experiment.claimed());
  }

  /** The letters of the rows that are computed, in their order; none for several seeds. */
  List<String> ties() {
    List<Row> computed = experiment.rows().stream().filter(row -> row.cited() == null).toList();
    if (settings.seeds().size() > 1) {
      return computed.stream().map(row -> "").toList();
    }
    return ClaimFamily.ties(
        computed.stream().map(row -> rankedOf(row.label(), row).get(0)).toList());
  }

  private List<RankedImages> ranked(String reference) {
    return rankedOf(reference, experiment.rowOf(reference));
  }

  private List<RankedImages> rankedOf(String reference, Row row) {
    return ranked.computeIfAbsent(
        reference,
        name ->
            settings.seeds().stream()
                .map(seed -> RankedImages.of(name, posteriors.of(row, seed, listener)))
                .toList());
  }

  /** The paper's difference of top-1 errors, where it has both. */
  private @Nullable Double papers(Claim claim) {
    Optional<Double> row = paperTop1(claim.row());
    Optional<Double> than = paperTop1(claim.than());
    return row.isPresent() && than.isPresent() ? (Double) (row.get() - than.get()) : null;
  }

  private Optional<Double> paperTop1(String reference) {
    return Optional.ofNullable(experiment.rowOf(reference).paper()).map(PaperErrors::top1);
  }
}
