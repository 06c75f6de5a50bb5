package org.vgg4j.data.layout;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vgg4j.core.Problem;

/** The classes of a data set in shards, in the order of their labels. */
public final class ClassNames {
  /** The file in which {@code vgg data pack} lists them, a name a line. */
  public static final String FILE = "classes.txt";

  private static final ImmutableList<String> FILES =
      ImmutableList.of(FILE, "label.labels.txt", "labels.txt", "synsets.txt");

  /** No data set has as many; a greater number is no label but damage. */
  private static final int MOST = 1_000_000;

  private static final int DIGITS = 4;

  private ClassNames() {}

  /** The names in a list beside the shards, if there is one. */
  static Optional<ImmutableList<String>> listed(Path folder) {
    return FILES.stream()
        .map(folder::resolve)
        .filter(Files::isRegularFile)
        .findFirst()
        .map(ClassNames::read);
  }

  private static ImmutableList<String> read(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      ImmutableList<String> names =
          lines.map(String::strip).filter(line -> !line.isEmpty()).collect(toImmutableList());
      if (names.isEmpty() || names.stream().distinct().count() < names.size()) {
        throw new IOException("it has no names, or one twice");
      }
      return names;
    } catch (IOException | UncheckedIOException e) {
      throw Problem.data(
              file.toString(),
              "can't be read as names of classes (" + e.getMessage() + ")",
              "write each name on a line of its own, in the order of the labels")
          .causedBy(e);
    }
  }

  /**
   * The names that the records themselves tell; for classes that have numbers, these in four
   * digits.
   *
   * @param splits all of the data set
   * @throws Problem if some records have names and others numbers
   */
  static ImmutableList<String> told(Path folder, Samples split, Collection<Samples> splits) {
    int greatest = splits.stream().mapToInt(Samples::greatestNumber).max().orElse(-1);
    ImmutableList<String> names = split.classNames();
    if (greatest < 0) {
      return names;
    }
    if (!names.isEmpty() || greatest >= MOST) {
      throw Problem.data(
          folder.toString(),
          names.isEmpty()
              ? "has a class of number " + greatest
              : "has classes with names and classes with numbers",
          "list the names of all classes in " + FILE + " beside the shards");
    }
    return IntStream.rangeClosed(0, greatest)
        .mapToObj(number -> Strings.padStart(Integer.toString(number), DIGITS, '0'))
        .collect(toImmutableList());
  }
}
