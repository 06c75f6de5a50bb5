package org.vgg4j.experiments.aid;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.Problem;
import org.vgg4j.experiments.table.ResultsTable;

/**
 * What lies in an output folder.
 *
 * @param inUse whether a process uses it at this moment
 * @param runs by name
 * @param tables by name
 */
public record FolderListing(
    String folder, boolean inUse, List<RunListing> runs, List<TableListing> tables) {
  public FolderListing {
    runs = ImmutableList.copyOf(runs);
    tables = ImmutableList.copyOf(tables);
  }

  /**
   * A table in a list.
   *
   * @param rows how many have a result of ours
   * @param changed when it was written, as ISO 8601
   * @param problem why it can't be read; null where it can
   */
  public record TableListing(
      String table, String preset, int rows, String changed, @Nullable String problem) {}

  /** Lists a folder; what is damaged in it is told, and stops nothing. */
  public static FolderListing of(OutputFolder folder) {
    List<ResultsTable> sound = new ArrayList<>();
    List<TableListing> tables = new ArrayList<>();
    folder.tableFiles().forEach(file -> tables.add(read(file, sound)));
    RunUse use = RunUse.of(folder, sound);
    return new FolderListing(
        folder.path().toString(),
        folder.isInUse(),
        folder.runs().values().stream().map(run -> RunListing.of(run, folder, use)).toList(),
        tables);
  }

  private static TableListing read(Path file, List<ResultsTable> sound) {
    String changed = DiskUse.of(file).changed().toString();
    try {
      ResultsTable table = ResultsTable.read(file);
      sound.add(table);
      long rows = table.cells().stream().filter(cell -> cell.result() != null).count();
      return new TableListing(table.name(), table.preset(), Math.toIntExact(rows), changed, null);
    } catch (Problem e) {
      return new TableListing(String.valueOf(file.getFileName()), "", 0, changed, e.getMessage());
    }
  }
}
