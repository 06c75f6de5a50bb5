package org.vgg4j.experiments.aid;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.vgg4j.core.Problem;
import org.vgg4j.eval.ErrorRates;
import org.vgg4j.experiments.SeedErrors;
import org.vgg4j.experiments.table.Cell;
import org.vgg4j.experiments.table.Numbers;
import org.vgg4j.experiments.table.Result;
import org.vgg4j.experiments.table.ResultsTable;

/**
 * Checks of cells that need no network: errors and intervals from the stored posteriors, and the
 * files behind them.
 *
 * @param folder where everything lies
 */
public record CellChecks(OutputFolder folder, ResultsTable table) {

  /** The checks of a row; none where it is only cited. */
  public List<Check> of(Cell cell) {
    Result result = cell.result();
    if (result == null) {
      return ImmutableList.of();
    }
    ImmutableList.Builder<Check> checks = ImmutableList.builder();
    checks.add(errors(cell, result));
    String hash = table.provenance().dataHash();
    try {
      for (CellTest test : CellTest.of(folder, cell)) {
        checks.add(FileCheck.of(folder, test, hash));
      }
    } catch (Problem e) {
      checks.add(Check.differs(subject(cell), requireNonNull(e.getMessage())));
    }
    return checks.build();
  }

  private String subject(Cell cell) {
    return table.name() + " " + RowQuery.nameOf(cell) + " " + cell.protocol();
  }

  private Check errors(Cell cell, Result told) {
    try {
      List<ErrorRates> rates =
          told.seeds().stream()
              .map(seed -> ErrorRates.of(StoredPosteriors.of(folder, told, seed.seed())))
              .toList();
      return compared(subject(cell), told, rates);
    } catch (Problem e) {
      return Check.differs(subject(cell), requireNonNull(e.getMessage()));
    }
  }

  private static Check compared(String subject, Result told, List<ErrorRates> rates) {
    SeedErrors counted = new SeedErrors(rates);
    boolean same =
        told.top1() == counted.top1()
            && told.top5() == counted.top5()
            && told.images() == counted.images()
            && told.interval().equals(counted.intervals())
            && areSame(told, rates);
    String now = text(counted.top1(), counted.top5(), counted.images());
    return same
        ? Check.same(subject, now)
        : Check.differs(
            subject,
            "the posteriors give %s, the table says %s"
                .formatted(now, text(told.top1(), told.top5(), told.images())));
  }

  private static boolean areSame(Result told, List<ErrorRates> rates) {
    for (int i = 0; i < rates.size(); i++) {
      if (told.seeds().get(i).top1() != rates.get(i).top1()
          || told.seeds().get(i).top5() != rates.get(i).top5()) {
        return false;
      }
    }
    return true;
  }

  private static String text(double top1, double top5, int images) {
    return "top-1 %s%%, top-5 %s%%, with intervals, over %s images"
        .formatted(Numbers.decimals(top1, 2), Numbers.decimals(top5, 2), Numbers.whole(images));
  }
}
