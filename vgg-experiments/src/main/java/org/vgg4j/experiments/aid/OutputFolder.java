package org.vgg4j.experiments.aid;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.vgg4j.core.Problem;
import org.vgg4j.core.Spelling;
import org.vgg4j.experiments.ResultFiles;
import org.vgg4j.experiments.RunStore;
import org.vgg4j.experiments.table.ResultsTable;

/**
 * An output folder as it lies there. Looking at it changes nothing in it.
 *
 * @param path the folder
 * @param runs its runs by name
 */
public record OutputFolder(Path path, ImmutableMap<String, StoredRun> runs) {

  /**
   * The output folder at a place.
   *
   * @throws Problem if it is none
   */
  public static OutputFolder at(Path path) {
    Path runs = path.resolve("runs");
    if (!Files.isDirectory(runs)) {
      if (Files.isDirectory(path.resolve("weights"))) {
        return new OutputFolder(path, ImmutableMap.of()); // all rows are of given weights
      }
      throw Problem.data(
          path.toString(),
          "is no output folder, it has no folder runs",
          "name the --out of a vgg reproduce or vgg train");
    }
    try (Stream<Path> folders = Files.list(runs)) {
      List<StoredRun> stored =
          folders
              .filter(Files::isDirectory)
              .filter(folder -> !Files.isSymbolicLink(folder))
              .sorted()
              .map(StoredRun::new)
              .toList();
      return new OutputFolder(path, Maps.uniqueIndex(stored, StoredRun::name));
    } catch (IOException e) {
      throw Problem.data(runs.toString(), "can't be read (" + e.getMessage() + ")", "check it")
          .causedBy(e);
    }
  }

  /**
   * Makes sure that this program writes here, before anything is removed: others have folders
   * called runs too.
   *
   * @throws Problem if it never has
   */
  public void checkOurs() {
    if (!Files.isRegularFile(path.resolve(".lock"))) {
      throw Problem.data(
          path.toString(),
          "is no output folder, it has no file .lock",
          "name the --out of a vgg reproduce or vgg train");
    }
  }

  /** Whether a process uses it at this moment. */
  public boolean isInUse() {
    return RunStore.isInUse(path);
  }

  /**
   * All its tables.
   *
   * @throws Problem if one can't be read
   */
  public List<ResultsTable> tables() {
    return new ResultFiles(path).tables();
  }

  /** The files of its tables. */
  public List<Path> tableFiles() {
    return new ResultFiles(path).files();
  }

  /**
   * The table of that name.
   *
   * @throws Problem if it has none
   */
  public ResultsTable table(String name) {
    Path file = path.resolve(name + ".json");
    if (!tableFiles().contains(file)) {
      throw Problem.data(path.toString(), "has no table " + name, suggestion(name));
    }
    return ResultsTable.read(file);
  }

  private String suggestion(String name) {
    ImmutableList<String> names =
        tableFiles().stream()
            .map(file -> String.valueOf(file.getFileName()).replaceFirst("\\.json$", ""))
            .collect(ImmutableList.toImmutableList());
    return names.isEmpty() ? "run vgg reproduce first" : Spelling.suggestion(name, names);
  }
}
