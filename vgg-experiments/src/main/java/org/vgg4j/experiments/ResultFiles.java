package org.vgg4j.experiments;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.vgg4j.core.AtomicFile;
import org.vgg4j.core.Problem;
import org.vgg4j.experiments.table.ClaimReport;
import org.vgg4j.experiments.table.ResultsTable;

/** The tables on top of an output folder, in all their forms. */
public final class ResultFiles {
  /** Which JSON files on top are none of a table. */
  private static final String CLAIMS = "claims";

  private final Path out;

  /** The files of that folder. */
  public ResultFiles(Path out) {
    this.out = out;
  }

  /** Writes a table, and the claims of all tables that are there. */
  void write(ResultsTable table) {
    write(table.name(), "json", table.json());
    write(table.name(), "md", table.markdown());
    write(table.name(), "csv", table.csv());
    write(table.name(), "tex", table.latex());
    write(table.name(), "html", table.html());
    ClaimReport report = new ClaimReport(tables());
    write(CLAIMS, "md", report.markdown());
    write(CLAIMS, "json", report.json());
  }

  private void write(String name, String ending, String text) {
    AtomicFile.write(out.resolve(name + "." + ending), text);
  }

  /**
   * Every table of the folder, by name.
   *
   * @throws Problem if the folder can't be read, or a table is of another version
   */
  public List<ResultsTable> tables() {
    return files().stream().map(ResultsTable::read).collect(ImmutableList.toImmutableList());
  }

  /**
   * The files that hold the tables, by name.
   *
   * @throws Problem if the folder can't be read
   */
  public List<Path> files() {
    try (Stream<Path> files = Files.list(out)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .filter(file -> !file.endsWith(CLAIMS + ".json"))
          .sorted()
          .collect(ImmutableList.toImmutableList());
    } catch (IOException e) {
      throw Problem.data(
              out.toString(), "can't be read (" + e.getMessage() + ")", "name an output folder")
          .causedBy(e);
    }
  }
}
