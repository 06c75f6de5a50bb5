package org.vgg4j.experiments.aid;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.vgg4j.core.Problem;
import org.vgg4j.data.augment.ScaleRange;
import org.vgg4j.experiments.Experiments;
import org.vgg4j.experiments.Preset;
import org.vgg4j.experiments.Row;
import org.vgg4j.experiments.Row.Member;
import org.vgg4j.experiments.table.ClaimResult;
import org.vgg4j.experiments.table.ResultsTable;

/**
 * The runs behind rows of other tables that a table makes claims about; those tables need not have
 * been filled. Runs are told by network and train scale, which may name a few too many.
 *
 * @param folder where the runs lie
 * @param table with the claims
 */
record ClaimedRuns(OutputFolder folder, ResultsTable table) {

  /** The names of those that are known. */
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    for (String reference : references()) {
      row(reference).ifPresent(row -> row.tests().forEach(test -> addRuns(test, names)));
    }
    return names;
  }

  /** Whether nobody can tell which runs some claim needs, such as one about a file's rows. */
  boolean areUncertain() {
    return references().stream().anyMatch(reference -> row(reference).isEmpty());
  }

  /** Those to rows of other tables. */
  private Set<String> references() {
    Set<String> references = new LinkedHashSet<>();
    for (ClaimResult claim : table.claims()) {
      references.add(claim.row());
      references.add(claim.than());
    }
    RowReference rows = new RowReference(folder, table);
    references.removeIf(rows::isOwn);
    return references;
  }

  private Optional<Row> row(String reference) {
    int colon = reference.indexOf(':');
    String other = reference.substring(0, colon);
    if (!Preset.exists(table.preset()) || !Experiments.NAMES.contains(other)) {
      return Optional.empty();
    }
    try {
      return Experiments.named(other).row(reference.substring(colon + 1));
    } catch (Problem e) {
      return Optional.empty(); // a table of an earlier version claims what this one doesn't know
    }
  }

  private void addRuns(Member test, Set<String> names) {
    ScaleRange scale = Preset.named(table.preset()).scaled(ScaleRange.parse(test.train().scale()));
    String start = test.network() + "-S" + scale + "-seed";
    folder.runs().keySet().stream().filter(name -> name.startsWith(start)).forEach(names::add);
  }
}
