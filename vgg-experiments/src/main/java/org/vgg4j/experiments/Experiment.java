package org.vgg4j.experiments;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vgg4j.experiments.Row.Member;

/**
 * A table as a file: its rows, each a network that is trained and tested, and what the paper says
 * of them. Sizes are the paper's; a {@link Preset} scales them.
 *
 * @param table number of the paper's table, or a name of one's own
 * @param caption what stands above the table
 * @param stagesOf other tables, whose trainings rows may start from
 * @param rows top to bottom
 * @param claims of the paper that these rows test
 * @param others rows that were left out, from whose trainings these may start
 */
public record Experiment(
    String table,
    String caption,
    @Nullable List<String> stagesOf,
    List<Row> rows,
    @Nullable List<Claim> claims,
    List<Row> others) {
  public Experiment {
    checkArgument(!rows.isEmpty(), "rows: an experiment has at least one row");
    TableName.of(table);
    rows = ImmutableList.copyOf(rows);
    others = ImmutableList.copyOf(others);
  }

  /** An experiment with all of its rows. */
  public Experiment(
      String table,
      String caption,
      @Nullable List<String> stagesOf,
      List<Row> rows,
      @Nullable List<Claim> claims) {
    this(table, caption, stagesOf, rows, claims, ImmutableList.of());
  }

  /** An experiment of rows that need no others and claim nothing. */
  public Experiment(String table, String caption, List<Row> rows) {
    this(table, caption, null, rows, null);
  }

  /** What the result is called: a file's name without its ending, such as {@code table3}. */
  public String name() {
    return TableName.of(table);
  }

  /** The heading, such as {@code Table 3: ConvNet performance at a single test scale}. */
  public String title() {
    return table.matches("\\d+") ? "Table " + table + ": " + caption : caption;
  }

  /** What is claimed of the rows. */
  ImmutableList<Claim> claimed() {
    return claims == null ? ImmutableList.of() : ImmutableList.copyOf(claims);
  }

  /** The rows that are computed: this experiment's own, and those of others that it claims of. */
  ImmutableList<Row> computed() {
    Set<Row> computed = new LinkedHashSet<>(rows);
    ClaimedRows claimedRows = new ClaimedRows(this);
    claimed().forEach(claim -> computed.addAll(claimedRows.of(claim)));
    computed.removeIf(row -> row.cited() != null);
    return ImmutableList.copyOf(computed);
  }

  /**
   * The row that a claim means, of this experiment or of a shipped one.
   *
   * @throws org.vgg4j.core.Problem if there is no one such row, or it is not computed
   */
  Row rowOf(String reference) {
    return new ClaimedRows(this).row(reference);
  }

  /** Whether a reference is the label of a row here, which may look like one to another table. */
  boolean isOwn(String reference) {
    return Claim.tableOf(reference) == null
        || rows.stream().anyMatch(row -> row.label().equals(reference));
  }

  /** Every training of this experiment, then those of the tables it may start from. */
  ImmutableList<Member> trainings() {
    ImmutableList.Builder<Member> trainings = ImmutableList.builder();
    addTrainings(trainings, new HashSet<>());
    return trainings.build();
  }

  /** Tables may name each other: each is looked at once. */
  private void addTrainings(ImmutableList.Builder<Member> trainings, Set<String> seen) {
    rows.forEach(row -> trainings.addAll(row.tests()));
    others.forEach(row -> trainings.addAll(row.tests()));
    for (String other : stagesOf == null ? ImmutableList.<String>of() : stagesOf) {
      if (seen.add(other)) {
        Experiments.named(other).addTrainings(trainings, seen);
      }
    }
  }

  /** The row of that name, where there is exactly one. */
  public Optional<Row> row(String name) {
    List<Row> found = rows.stream().filter(row -> row.label().equals(name)).toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }
}
