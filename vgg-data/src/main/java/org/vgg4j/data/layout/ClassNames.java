package org.vgg4j.data.layout;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.vgg4j.core.Problem;

/** Files that name the classes in the order of their labels, one in each line. */
public final class ClassNames {
  /** The name of the file with nothing but names. */
  public static final String NAMES = "classes.txt";

  private static final ImmutableList<String> SYNSETS =
      ImmutableList.of("synsets.txt", "LOC_synset_mapping.txt");

  private ClassNames() {}

  /**
   * The names in {@code classes.txt}, or the WordNet ids that begin the lines of {@code
   * synsets.txt} or {@code LOC_synset_mapping.txt}; empty if a folder has none of these files.
   *
   * @throws Problem if a name is there twice or the file can't be read
   */
  static Optional<ImmutableList<String>> in(Path folder) {
    Path names = folder.resolve(NAMES);
    if (Files.isRegularFile(names)) {
      return Optional.of(read(names));
    }
    return SYNSETS.stream()
        .map(folder::resolve)
        .filter(Files::isRegularFile)
        .findFirst()
        .map(ClassNames::firstWords);
  }

  /**
   * The first words of a file's lines, such as the WordNet ids of {@code synset_words.txt}.
   *
   * @throws Problem if a name is there twice or the file can't be read
   */
  public static ImmutableList<String> firstWords(Path file) {
    return read(file, line -> line.split("\\s", 2)[0]);
  }

  /**
   * The names in that file.
   *
   * @throws Problem if a name is there twice or the file can't be read
   */
  static ImmutableList<String> read(Path file) {
    return read(file, UnaryOperator.identity());
  }

  private static ImmutableList<String> read(Path file, UnaryOperator<String> nameOf) {
    try {
      ImmutableList<String> names =
          TextLines.of(file).stream()
              .map(String::strip)
              .filter(line -> !line.isEmpty())
              .map(nameOf)
              .collect(toImmutableList());
      checkUnique(file, names);
      return names;
    } catch (IOException e) {
      throw Problem.data(
              file.toString(), "can't be read (" + e + ")", "write it as UTF-8; check permissions")
          .causedBy(e);
    }
  }

  private static void checkUnique(Path file, ImmutableList<String> names) {
    if (ImmutableSet.copyOf(names).size() < names.size()) {
      throw Problem.data(file.toString(), "names a class twice", "give each class its own name");
    }
  }
}
