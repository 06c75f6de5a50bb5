package org.vgg4j.experiments.aid;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.vgg4j.core.Problem;
import org.vgg4j.eval.statistics.RankedImages;
import org.vgg4j.experiments.Claim;
import org.vgg4j.experiments.Claim.Expectation;
import org.vgg4j.experiments.ClaimFamily;
import org.vgg4j.experiments.table.Cell;
import org.vgg4j.experiments.table.ClaimResult;
import org.vgg4j.experiments.table.Result;
import org.vgg4j.experiments.table.ResultsTable;

/** Checks of what all rows of a table give together: ties and claims. */
public final class TableChecks {
  private final OutputFolder folder;
  private final ResultsTable table;
  private final Map<String, List<RankedImages>> ranked = new HashMap<>();

  /** Of that table; nothing is read yet. */
  public TableChecks(OutputFolder folder, ResultsTable table) {
    this.folder = folder;
    this.table = table;
  }

  /** Both checks, as far as the table has them. */
  public List<Check> all() {
    ImmutableList.Builder<Check> checks = ImmutableList.builder();
    if (table.provenance().seeds().size() == 1) {
      checks.add(guarded(table.name() + " ties", this::ties));
    }
    if (!table.claims().isEmpty()) {
      checks.add(guarded(table.name() + " claims", this::claims));
    }
    return checks.build();
  }

  private interface Checking {
    Check of(String subject);
  }

  private static Check guarded(String subject, Checking checking) {
    try {
      return checking.of(subject);
    } catch (RowNotThere e) {
      return Check.unchecked(subject, requireNonNull(e.getMessage()));
    } catch (Problem e) {
      return Check.differs(subject, requireNonNull(e.getMessage()));
    }
  }

  private Check ties(String subject) {
    List<Result> results =
        table.cells().stream().map(Cell::result).filter(Objects::nonNull).toList();
    List<RankedImages> first =
        results.stream().map(result -> rankedOf("a row", result).get(0)).toList();
    List<String> now = ClaimFamily.ties(first);
    List<String> told = results.stream().map(Result::ties).toList();
    return now.equals(told)
        ? Check.same(subject, told.size() + " rows")
        : Check.differs(subject, "the posteriors give %s, the table says %s".formatted(now, told));
  }

  private Check claims(String subject) {
    Map<Claim, Double> papers = new HashMap<>();
    for (ClaimResult told : table.claims()) {
      if (told.paperDifference() != null) {
        papers.put(claimOf(told), told.paperDifference());
      }
    }
    List<ClaimResult> now =
        new ClaimFamily(this::ranked, papers::get)
            .results(table.claims().stream().map(TableChecks::claimOf).toList());
    List<String> differing =
        now.stream().filter(c -> !table.claims().contains(c)).map(ClaimResult::text).toList();
    return differing.isEmpty()
        ? Check.same(subject, now.size() + " verdicts with their intervals")
        : Check.differs(subject, String.join("; ", differing));
  }

  private static Claim claimOf(ClaimResult told) {
    if (told.row().equals(told.than())) {
      throw Problem.data(
          "claim " + told.text(), "compares a row with itself", "make the table again");
    }
    Expectation expectation =
        told.expected().equals("lower") ? Expectation.LOWER : Expectation.NOT_LOWER;
    return new Claim(told.text(), told.section(), told.row(), told.than(), expectation);
  }

  private List<RankedImages> ranked(String reference) {
    return ranked.computeIfAbsent(
        reference, name -> rankedOf(name, new RowReference(folder, table).result(name)));
  }

  /** By the seeds of this table, which a row of another table may have more or fewer of. */
  private List<RankedImages> rankedOf(String name, Result result) {
    return table.provenance().seeds().stream()
        .map(seed -> RankedImages.of(name, StoredPosteriors.of(folder, result, seed)))
        .toList();
  }
}
