package org.vgg4j.experiments;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.Seed;
import org.vgg4j.eval.statistics.Bootstrap;
import org.vgg4j.eval.statistics.ComparisonFamily;
import org.vgg4j.eval.statistics.Holm;
import org.vgg4j.eval.statistics.RankedImages;
import org.vgg4j.experiments.Row.PaperErrors;
import org.vgg4j.experiments.table.ClaimResult;

/** Holds the claims of an experiment against the posteriors of its rows. */
final class ClaimTesting {
  private static final Bootstrap BOOTSTRAP = new Bootstrap(10_000, new Seed(1));

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
    List<Contrast> contrasts = new ArrayList<>();
    for (Claim claim : experiment.claimed()) {
      contrasts.add(Contrast.of(ranked(claim.than()), ranked(claim.row()), BOOTSTRAP));
    }
    List<Double> adjusted = Holm.adjusted(contrasts.stream().map(Contrast::p).toList());
    List<ClaimResult> results = new ArrayList<>();
    for (int i = 0; i < contrasts.size(); i++) {
      Claim claim = experiment.claimed().get(i);
      results.add(contrasts.get(i).resultOf(claim, adjusted.get(i), papers(claim)));
    }
    return results;
  }

  /** The letters of the rows that are computed, in their order; none for several seeds. */
  List<String> ties() {
    List<Row> computed = experiment.rows().stream().filter(row -> row.cited() == null).toList();
    if (settings.seeds().size() > 1 || computed.size() < 2) {
      return computed.stream().map(row -> "").toList();
    }
    List<RankedImages> first =
        computed.stream().map(row -> rankedOf(row.label(), row).get(0)).toList();
    return ComparisonFamily.of(first, 1, BOOTSTRAP).letters();
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
