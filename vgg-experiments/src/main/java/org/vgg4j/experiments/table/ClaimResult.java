package org.vgg4j.experiments.table;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vgg4j.experiments.table.Result.Range;

/**
 * A claim of the paper, held against our posteriors. Differences are the row's top-1 error minus
 * the other's, in percentage points: below 0 the row is better.
 *
 * @param text the claim in words
 * @param section where the paper makes it
 * @param row the row that the claim is about
 * @param than the row it is compared with
 * @param expected {@code lower} or {@code not lower}
 * @param verdict what our numbers say to it
 * @param difference ours
 * @param interval its 95% interval: the bootstrap's over images for one seed, Welch's for several
 * @param p two-sided, McNemar's mid-p for one seed, Welch's for several
 * @param adjustedP the same after Holm's correction over the table's claims
 * @param smallestVisible the difference that so many images or seeds would show in four of five
 *     cases, whatever the table's other claims say; null where seeds all agree
 * @param wouldDecide what would decide in four of five cases if the networks differed as much as
 *     here, such as {@code 12,000 images}; null where the verdict is clear
 * @param paperDifference the paper's difference, where it has both rows
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClaimResult(
    String text,
    String section,
    String row,
    String than,
    String expected,
    Verdict verdict,
    double difference,
    Range interval,
    double p,
    double adjustedP,
    @Nullable Double smallestVisible,
    @Nullable String wouldDecide,
    @Nullable Double paperDifference) {

  /** What our numbers say to a claim. */
  public enum Verdict {
    /** They show it. */
    REPRODUCED,
    /** They show the contrary. */
    CONTRADICTED,
    /** They show neither. */
    INCONCLUSIVE;

    /** The word in a text. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
