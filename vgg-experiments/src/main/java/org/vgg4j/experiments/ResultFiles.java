package org.vgg4j.experiments;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.vgg4j.core.AtomicFile;
import org.vgg4j.core.Problem;
import org.vgg4j.experiments.table.ClaimReport;
import org.vgg4j.experiments.table.ResultsTable;
import org.vgg4j.experiments.table.TextTable;

/** The tables on top of an output folder, in all their forms. */
public final class ResultFiles {
  static final String CLAIMS = "claims";

  /** Which JSON files on top are none of a table of results. */
  private static final ImmutableSet<String> OTHERS =
      ImmutableSet.<String>builder().add(CLAIMS).addAll(SpecTable.NAMES).build();

  private static final Comparator<Path> PAPERS_FIRST =
      Comparator.comparing((Path file) -> !nameOf(file).matches("table\\d+"))
          .thenComparing(ResultFiles::nameOf);

  private final Path out;

  /** The files of that folder. */
  public ResultFiles(Path out) {
    this.out = out;
  }

  /**
   * Looks at the tables that lie there before anything is paid for.
   *
   * @param made names of the tables that are going to be made, which may lie there in any form
   * @throws Problem if others are of another version, for all of them
   */
  void checkOthers(Set<String> made) {
    List<Problem> problems = new ArrayList<>();
    for (Path file : Files.isDirectory(out) ? files() : List.<Path>of()) {
      try {
        if (!made.contains(nameOf(file))) {
          ResultsTable.read(file);
        }
      } catch (Problem problem) {
        problems.add(problem);
      }
    }
    if (!problems.isEmpty()) {
      throw Problem.together(problems);
    }
  }

  /**
   * Writes a table, and the claims of all tables that are there.
   *
   * @param awaited names of the tables that are still to be made: what lies there of them is old
   */
  void write(ResultsTable table, Set<String> awaited) {
    write(table.name(), "json", table.json());
    write(table.name(), "md", table.markdown());
    write(table.name(), "csv", table.csv());
    write(table.name(), "tex", table.latex());
    write(table.name(), "html", table.html());
    ClaimReport report = new ClaimReport(tables(file -> !awaited.contains(nameOf(file))));
    write(CLAIMS, "md", report.markdown());
    write(CLAIMS, "json", report.json());
  }

  /** Writes a table of networks' lines. */
  public void write(SpecTable table, TextTable content) {
    write(table.name(), "json", content.json(table.title()));
    write(table.name(), "md", "**" + table.title() + "**\n\n" + content.markdown());
    write(table.name(), "csv", content.csv());
    write(table.name(), "tex", content.latex(table.title()));
    write(table.name(), "html", content.html(table.title()));
  }

  private void write(String name, String ending, String text) {
    AtomicFile.write(out.resolve(name + "." + ending), text);
  }

  /**
   * Every table of results of the folder, the paper's first.
   *
   * @throws Problem if the folder can't be read, or a table is of another version
   */
  public List<ResultsTable> tables() {
    return tables(file -> true);
  }

  private List<ResultsTable> tables(Predicate<Path> which) {
    return files().stream()
        .filter(which)
        .map(ResultsTable::read)
        .collect(ImmutableList.toImmutableList());
  }

  private static String nameOf(Path file) {
    return MoreFiles.getNameWithoutExtension(file);
  }

  /**
   * The files that hold the tables, the paper's first.
   *
   * @throws Problem if the folder can't be read
   */
  public List<Path> files() {
    try (Stream<Path> files = Files.list(out)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .filter(file -> !OTHERS.contains(nameOf(file)))
          .sorted(PAPERS_FIRST)
          .collect(ImmutableList.toImmutableList());
    } catch (IOException e) {
      throw Problem.data(
              out.toString(), "can't be read (" + e.getMessage() + ")", "name an output folder")
          .causedBy(e);
    }
  }
}
