package org.vgg4j.experiments;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.Seed;
import org.vgg4j.eval.statistics.Bootstrap;
import org.vgg4j.eval.statistics.ComparisonFamily;
import org.vgg4j.eval.statistics.Holm;
import org.vgg4j.eval.statistics.RankedImages;
import org.vgg4j.experiments.table.ClaimResult;

/**
 * The claims of one table as one family of tests.
 *
 * @param ranked the ranked images of a row by its reference, one a seed
 * @param papers the paper's difference of the rows of a claim; null where it lacks one
 */
public record ClaimFamily(
    Function<String, List<RankedImages>> ranked, Function<Claim, @Nullable Double> papers) {
  private static final Bootstrap BOOTSTRAP = new Bootstrap(10_000, new Seed(1));

  /** Every claim with its verdict. */
  public List<ClaimResult> results(List<Claim> claims) {
    if (claims.isEmpty()) {
      return List.of();
    }
    List<Contrast> contrasts = new ArrayList<>();
    for (Claim claim : claims) {
      contrasts.add(Contrast.of(ranked.apply(claim.than()), ranked.apply(claim.row()), BOOTSTRAP));
    }
    List<Double> adjusted = Holm.adjusted(contrasts.stream().map(Contrast::p).toList());
    double level = Holm.strictestLevel(claims.size());
    List<ClaimResult> results = new ArrayList<>();
    for (int i = 0; i < contrasts.size(); i++) {
      Claim claim = claims.get(i);
      Ruling ruling = new Ruling(contrasts.get(i), adjusted.get(i), level);
      results.add(ruling.resultOf(claim, papers.apply(claim)));
    }
    return results;
  }

  /** The letters of rows of one seed each, in their order; none where there is one row. */
  public static List<String> ties(List<RankedImages> rows) {
    return rows.size() < 2
        ? rows.stream().map(row -> "").toList()
        : ComparisonFamily.of(rows, 1, BOOTSTRAP).letters();
  }
}
