package org.vgg4j.experiments;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.Problem;
import org.vgg4j.core.Spelling;
import org.vgg4j.data.augment.ScaleRange;
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

  /**
   * How a network is trained.
   *
   * @param scale the train scale S, such as {@code 256} or {@code 256..512}
   * @param from the trained network it starts from; random layers where there is none
   * @param set keys of the recipe that this training has otherwise, such as {@code initialization}
   */
  public record Training(String scale, @Nullable Parent from, @Nullable Map<String, String> set) {
    public Training {
      ScaleRange.parse(scale);
    }

    /** A training by the recipe as it is. */
    public Training(String scale, @Nullable Parent from) {
      this(scale, from, null);
    }

    /** The keys of the recipe that are set otherwise. */
    ImmutableMap<String, String> changes() {
      return set == null ? ImmutableMap.of() : ImmutableMap.copyOf(set);
    }
  }

  /** A network at a train scale, which some row trains. */
  public record Parent(String network, String scale) {
    public Parent {
      ScaleRange.parse(scale);
    }
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
    claimed().forEach(claim -> computed.addAll(rowsOf(claim)));
    computed.removeIf(row -> row.cited() != null);
    return ImmutableList.copyOf(computed);
  }

  /**
   * Both rows of a claim.
   *
   * @throws Problem if one is missing, or they are the same by two names
   */
  ImmutableList<Row> rowsOf(Claim claim) {
    Row row = rowOf(claim.row());
    Row than = rowOf(claim.than());
    if (row.tests().equals(than.tests())) {
      throw wrongClaim(
          claim.than() + " is the row " + claim.row() + " itself", "compare it with another");
    }
    return ImmutableList.of(row, than);
  }

  /**
   * The row that a claim means, of this experiment or of a shipped one.
   *
   * @param reference such as {@code D/384} or {@code table3:D/384}
   * @throws Problem if there is no one such row, or it is not computed
   */
  Row rowOf(String reference) {
    String table = isOwn(reference) ? null : Claim.tableOf(reference);
    Experiment place = table == null ? this : Experiments.named(table);
    String label = table == null ? reference : Claim.labelOf(reference);
    Row row =
        place
            .row(label)
            .orElseThrow(
                () -> wrongClaim(reference + place.missing(label), place.suggestion(label)));
    if (row.cited() != null) {
      throw wrongClaim(reference + " is only cited", "make claims about rows that are computed");
    }
    return row;
  }

  private Problem wrongClaim(String what, String remedy) {
    return Problem.configuration(name() + ": claims", what, remedy);
  }

  private String missing(String label) {
    return (isTwice(label) ? " is more than one row of " : " is no row of ") + name();
  }

  /** Whether a reference is the label of a row here, which may look like one to another table. */
  boolean isOwn(String reference) {
    return Claim.tableOf(reference) == null
        || rows.stream().anyMatch(row -> row.label().equals(reference));
  }

  private boolean isTwice(String label) {
    return rows.stream().filter(row -> row.label().equals(label)).count() > 1;
  }

  private String suggestion(String label) {
    return isTwice(label)
        ? "give each of them a name"
        : Spelling.suggestion(label, rows.stream().map(Row::label).toList());
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
