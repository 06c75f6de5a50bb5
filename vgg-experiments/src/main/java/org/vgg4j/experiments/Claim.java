package org.vgg4j.experiments;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import org.jspecify.annotations.Nullable;

/**
 * Something that the paper says of two rows, to be held against the posteriors of both. Rows are
 * called by their labels, those of another table as {@code table3:D/384}.
 *
 * @param text the claim in words
 * @param section where the paper makes it
 * @param row the row that the claim is about
 * @param than the row it is compared with
 * @param expect what the claim says of their top-1 errors
 */
public record Claim(String text, String section, String row, String than, Expectation expect) {
  public Claim {
    checkArgument(!row.equals(than), "than: %s is compared with itself", row);
  }

  /** The references to both rows. */
  ImmutableList<String> rows() {
    return ImmutableList.of(row, than);
  }

  /** How the error of a row stands to that of the other. */
  public enum Expectation {
    /** The row's error is lower. */
    LOWER,
    /** The row's error is not lower to speak of: what it adds does not help. */
    NOT_LOWER
  }

  /** The table that a reference names, or null where it is the claim's own. */
  static @Nullable String tableOf(String reference) {
    int colon = reference.indexOf(':');
    return colon < 0 ? null : reference.substring(0, colon);
  }

  /** The label of a row that a reference names. */
  static String labelOf(String reference) {
    return reference.substring(reference.indexOf(':') + 1);
  }
}
