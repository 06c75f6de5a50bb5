package org.vgg4j.experiments.aid;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.vgg4j.core.Problem;

/**
 * What could be removed from an output folder without loss to its tables.
 *
 * @param scope what is asked for
 */
public record Cleaning(OutputFolder folder, Scope scope) {

  /**
   * What to remove besides finished runs that no table is made of and temporary files.
   *
   * @param checkpoints those of finished runs too
   * @param interrupted unfinished runs too
   */
  public record Scope(boolean checkpoints, boolean interrupted) {}

  /**
   * All of it, runs first.
   *
   * @throws Problem if the folder has no table, or one that can't be read, so that nobody knows
   *     what is needed
   */
  public List<Removal> removals() {
    ImmutableSet<String> needed = needed();
    ImmutableList.Builder<Removal> removals = ImmutableList.builder();
    folder.runs().values().stream()
        .filter(run -> !needed.contains(run.name()) && run.hasSpec())
        .forEach(run -> removals.add(removal(run.path(), "of no table")));
    if (scope.checkpoints()) {
      folder.runs().values().stream()
          .filter(run -> needed.contains(run.name()) && run.directory().isFinished())
          .map(run -> run.path().resolve("checkpoints"))
          .filter(Files::isDirectory)
          .forEach(path -> removals.add(removal(path, "checkpoints of a finished run")));
    }
    temporary(needed).forEach(path -> removals.add(removal(path, "left by a killed process")));
    return removals.build();
  }

  private Removal removal(Path path, String why) {
    return new Removal(folder.path().relativize(path), why, DiskUse.of(path).bytes());
  }

  /** Runs that tables are made of, or that may go on; and all that those start from. */
  private ImmutableSet<String> needed() {
    RunUse use = RunUse.of(folder, folder.tables());
    if (use.tables().isEmpty()) {
      throw Problem.configuration(
          folder.path().toString(),
          "has no table yet, so any of its runs may be wanted",
          "run vgg reproduce, or remove the folder yourself");
    }
    Set<String> needed = new LinkedHashSet<>(use.needed(folder));
    if (!scope.interrupted()) {
      folder.runs().values().stream()
          .filter(run -> !run.directory().isFinished())
          .flatMap(run -> new Lineage(folder).chainOf(run).stream())
          .forEach(run -> needed.add(run.name()));
    }
    return ImmutableSet.copyOf(needed);
  }

  /** Temporary files and folders outside of runs that go as a whole. */
  private List<Path> temporary(Set<String> needed) {
    ImmutableList.Builder<Path> found = ImmutableList.builder();
    found.addAll(parts(folder.path(), 1));
    found.addAll(parts(folder.path().resolve("data"), 1));
    needed.forEach(run -> found.addAll(parts(folder.path().resolve("runs").resolve(run), 3)));
    return found.build();
  }

  private static List<Path> parts(Path place, int depth) {
    if (!Files.isDirectory(place)) {
      return ImmutableList.of();
    }
    try (Stream<Path> files = Files.walk(place, depth)) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).matches("\\..*\\.part"))
          .collect(ImmutableList.toImmutableList());
    } catch (IOException e) {
      throw Problem.data(place.toString(), "can't be read (" + e.getMessage() + ")", "check it")
          .causedBy(e);
    }
  }

  /**
   * Removes something for good.
   *
   * @throws Problem if the disk refuses; it may be removed in part
   */
  public void remove(Removal removal) {
    Path path = folder.path().resolve(removal.path());
    if (!Files.exists(path, NOFOLLOW_LINKS)) {
      return; // it went with a folder around it
    }
    try {
      MoreFiles.deleteRecursively(path);
    } catch (IOException e) {
      throw Problem.data(
              path.toString(), "can't be removed (" + e.getMessage() + ")", "check permissions")
          .causedBy(e);
    }
  }
}
