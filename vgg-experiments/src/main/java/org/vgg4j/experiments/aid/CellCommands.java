package org.vgg4j.experiments.aid;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vgg4j.data.augment.ScaleRange;
import org.vgg4j.experiments.Experiments;
import org.vgg4j.experiments.Preset;
import org.vgg4j.experiments.Row;
import org.vgg4j.experiments.table.Cell;
import org.vgg4j.experiments.table.Provenance;
import org.vgg4j.experiments.table.ResultsTable;

/**
 * The commands that make a cell anew and verify it.
 *
 * @param folder where it lies
 */
record CellCommands(OutputFolder folder, ResultsTable table, Cell cell) {
  private static final Pattern THREADS = Pattern.compile("(\\S+), (\\d+) threads");

  List<String> all() {
    if (cell.result() == null) {
      return ImmutableList.of();
    }
    String verify = "vgg verify " + quoted(folder.path().toString()) + " " + table.name();
    String row = quoted(RowQuery.nameOf(cell)) + (isUnique() ? "" : " " + quoted(cell.protocol()));
    return ImmutableList.of(
        anew(), verify + " " + row, verify + " " + row + " --posteriors --training");
  }

  private boolean isUnique() {
    return new RowQuery(List.of(RowQuery.nameOf(cell))).in(table).size() == 1;
  }

  private String anew() {
    Provenance made = table.provenance();
    boolean shipped = Experiments.NAMES.contains(table.name());
    String seeds = made.seeds().stream().map(String::valueOf).collect(Collectors.joining(","));
    return "vgg reproduce "
        + (shipped ? table.name() : table.name() + ".yaml")
        + row().map(label -> " --only " + quoted(label)).orElse("")
        + (Preset.exists(table.preset()) ? " --preset " : " --recipe ")
        + quoted(table.preset())
        + " --data "
        + quoted(made.data())
        + (seeds.equals("1") ? "" : " --seeds " + seeds)
        + threads(made.device())
        + " --out new";
  }

  /** Equal threads give equal bits; a stage alone takes them all. */
  private static String threads(String device) {
    Matcher matcher = THREADS.matcher(device);
    if (!matcher.matches()) {
      return "";
    }
    String kind = matcher.group(1).equals("cpu") ? "" : " --device " + matcher.group(1);
    return kind + " --threads " + matcher.group(2) + " --parallel 1";
  }

  /** The label of the row in the experiment's file, where that is a shipped one. */
  private Optional<String> row() {
    if (!Experiments.NAMES.contains(table.name()) || !Preset.exists(table.preset())) {
      return Optional.empty();
    }
    return Experiments.named(table.name()).rows().stream()
        .filter(this::isOfCell)
        .map(Row::label)
        .findFirst();
  }

  private boolean isOfCell(Row row) {
    Preset preset = Preset.named(table.preset());
    return cell.label().equals(row.name())
        || (row.name() == null
            && row.tests().stream()
                .anyMatch(
                    test ->
                        test.network().equals(cell.label())
                            && preset
                                .scaled(ScaleRange.parse(test.train().scale()))
                                .toString()
                                .equals(cell.trainScale())));
  }

  private static String quoted(String word) {
    return word.matches("[\\w./:=,+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
