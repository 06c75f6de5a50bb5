package org.vgg4j.experiments.aid;

import java.util.LinkedHashSet;
import java.util.Set;
import org.vgg4j.core.Problem;
import org.vgg4j.data.augment.ScaleRange;
import org.vgg4j.experiments.Experiments;
import org.vgg4j.experiments.Preset;
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

  /** Their names. */
  Set<String> names() {
    Set<String> references = new LinkedHashSet<>();
    for (ClaimResult claim : table.claims()) {
      references.add(claim.row());
      references.add(claim.than());
    }
    references.removeIf(reference -> !reference.contains(":"));
    Set<String> names = new LinkedHashSet<>();
    references.forEach(reference -> addRuns(reference, names));
    return names;
  }

  private void addRuns(String reference, Set<String> names) {
    int colon = reference.indexOf(':');
    if (!Preset.exists(table.preset())
        || !Experiments.NAMES.contains(reference.substring(0, colon))) {
      return;
    }
    try {
      Experiments.named(reference.substring(0, colon))
          .row(reference.substring(colon + 1))
          .ifPresent(row -> row.tests().forEach(test -> addRuns(test, names)));
    } catch (Problem e) {
      return; // a table of an earlier version claims what this one doesn't know
    }
  }

  private void addRuns(Member test, Set<String> names) {
    ScaleRange scale = Preset.named(table.preset()).scaled(ScaleRange.parse(test.train().scale()));
    String start = test.network() + "-S" + scale + "-seed";
    folder.runs().keySet().stream().filter(name -> name.startsWith(start)).forEach(names::add);
  }
}
