package org.vgg4j.experiments.report;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vgg4j.data.source.ImageDataset;
import org.vgg4j.experiments.aid.OutputFolder;
import org.vgg4j.experiments.aid.StoredRun;
import org.vgg4j.experiments.table.Cell;
import org.vgg4j.experiments.table.Result;
import org.vgg4j.experiments.table.ResultsTable;

/**
 * What a report is made from.
 *
 * @param folder the output folder
 * @param tables its tables of results, by name
 * @param images the validation images, where they are at hand and may be shown
 */
record Content(OutputFolder folder, List<ResultsTable> tables, Optional<ImageDataset> images) {
  Content {
    tables = ImmutableList.copyOf(tables);
  }

  /** The runs that have trained an epoch or more. */
  List<StoredRun> trainedRuns() {
    return folder.runs().values().stream()
        .filter(run -> run.epochs().filter(epochs -> !epochs.isEmpty()).isPresent())
        .toList();
  }

  /** Every row that was computed. */
  Stream<Cell> results() {
    return tables.stream()
        .flatMap(table -> table.cells().stream())
        .filter(cell -> cell.result() != null);
  }

  /** Our result of a row that was computed. */
  static Result resultOf(Cell cell) {
    return Optional.ofNullable(cell.result()).orElseThrow();
  }
}
