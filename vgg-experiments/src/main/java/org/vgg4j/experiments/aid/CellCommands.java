package org.vgg4j.experiments.aid;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
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
  /** What tables of earlier versions do not tell. */
  private static final String UNKNOWN_OPTIONS =
      "  # and --set, --weights and the like, as they were given";

  List<String> all() {
    if (cell.result() == null) {
      return ImmutableList.of();
    }
    return ImmutableList.of(anew(), verify(), verify("--posteriors", "--training"));
  }

  private String verify(String... options) {
    ImmutableList.Builder<String> words = ImmutableList.builder();
    words.add("vgg", "verify", folder.path().toString(), table.name(), RowQuery.nameOf(cell));
    if (!isUnique()) {
      words.add(cell.protocol());
    }
    return new ShellCommand(words.add(options).build()).text();
  }

  private boolean isUnique() {
    return new RowQuery(List.of(RowQuery.nameOf(cell))).in(table).size() == 1;
  }

  private String anew() {
    Provenance made = table.provenance();
    boolean shipped = Experiments.NAMES.contains(table.name());
    ImmutableList.Builder<String> words = ImmutableList.builder();
    words.add("vgg", "reproduce", shipped ? table.name() : table.name() + ".yaml");
    if (!options().contains("--weights")) { // a file that fills no row is refused
      row().ifPresent(label -> words.add("--only", label));
    }
    words.addAll(recipe()).add("--data", made.data());
    if (!made.seeds().equals(List.of(1L))) {
      words.add("--seeds", Joiner.on(',').join(made.seeds()));
    }
    words.addAll(threads(made.device())).addAll(options()).add("--out", "new");
    return new ShellCommand(words.build()).text() + (made.options() == null ? UNKNOWN_OPTIONS : "");
  }

  private List<String> options() {
    List<String> given = table.provenance().options();
    return given == null ? ImmutableList.of() : given;
  }

  /** A recipe from a file is among the options, with its folder, where those are known. */
  private List<String> recipe() {
    if (Preset.exists(table.preset())) {
      return ImmutableList.of("--preset", table.preset());
    }
    return options().contains("--recipe")
        ? ImmutableList.of()
        : ImmutableList.of("--recipe", table.preset());
  }

  /** Equal threads give equal bits; a stage alone takes them all. */
  private static List<String> threads(String text) {
    ImmutableList.Builder<String> words = ImmutableList.builder();
    Optional<RecordedDevice> recorded = RecordedDevice.read(text);
    recorded
        .filter(device -> !device.kind().equals("cpu"))
        .ifPresent(device -> words.add("--device", device.kind()));
    recorded.ifPresent(device -> words.add("--threads", "" + device.threads(), "--parallel", "1"));
    return words.build();
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
}
