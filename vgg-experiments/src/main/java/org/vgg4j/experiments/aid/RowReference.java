package org.vgg4j.experiments.aid;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vgg4j.core.spec.PaperNetworks;
import org.vgg4j.data.augment.ScaleRange;
import org.vgg4j.experiments.Preset;
import org.vgg4j.experiments.Preset.Factor;
import org.vgg4j.experiments.StageSpec;
import org.vgg4j.experiments.table.Cell;
import org.vgg4j.experiments.table.Result;
import org.vgg4j.experiments.table.ResultsTable;

/**
 * Finds the rows that claims are about: {@code D/384}, {@code table3:D/384} or a row's name.
 *
 * @param table with the claims
 */
record RowReference(OutputFolder folder, ResultsTable table) {
  /**
   * The result of a row.
   *
   * @throws RowNotThere if the folder lacks it
   */
  Result result(String reference) {
    int colon = isOwn(reference) ? -1 : reference.indexOf(':');
    ResultsTable place = colon < 0 ? table : other(reference, reference.substring(0, colon));
    String label = reference.substring(colon + 1);
    List<Cell> found = place.cells().stream().filter(cell -> isNamed(cell, label)).toList();
    Optional<Result> result =
        found.size() == 1 ? Optional.ofNullable(found.get(0).result()) : Optional.empty();
    return result.orElseThrow(() -> new RowNotThere(reference));
  }

  /** Whether it is of this table; the name of a row may look like a reference to another. */
  boolean isOwn(String reference) {
    return !reference.contains(":")
        || table.cells().stream().anyMatch(cell -> cell.label().equals(reference));
  }

  private ResultsTable other(String reference, String name) {
    Path file = folder.path().resolve(name + ".json");
    if (!Files.isRegularFile(file)) {
      throw new RowNotThere(reference);
    }
    return ResultsTable.read(file);
  }

  private boolean isNamed(Cell cell, String label) {
    int slash = label.lastIndexOf('/');
    return cell.label().equals(label)
        || (slash > 0
            && cell.label().equals(label.substring(0, slash))
            && isScale(cell, label.substring(slash + 1)));
  }

  /** Claims name the paper's scales; a cell has ours. */
  private boolean isScale(Cell cell, String text) {
    if (!text.matches("\\d+(\\.\\.\\d+)?")) {
      return false;
    }
    ScaleRange papers = ScaleRange.parse(text);
    return factor(cell)
        .map(it -> new ScaleRange(it.of(papers.minimum()), it.of(papers.maximum())).toString())
        .filter(cell.trainScale()::equals)
        .isPresent();
  }

  private Optional<Factor> factor(Cell cell) {
    if (Preset.exists(table.preset())) {
      return Optional.of(Preset.named(table.preset()).factor());
    }
    return CellTest.of(folder, cell).stream()
        .flatMap(test -> test.run().stream())
        .flatMap(run -> run.spec().stream())
        .map(StageSpec::recipe)
        .map(recipe -> new Factor(recipe.crop(), PaperNetworks.CROP))
        .findFirst();
  }
}
