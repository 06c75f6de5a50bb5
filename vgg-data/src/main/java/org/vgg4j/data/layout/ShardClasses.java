package org.vgg4j.data.layout;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vgg4j.core.Problem;

/**
 * The classes of a data set in shards, in the order of their labels.
 *
 * @param folder where the shards are
 * @param listed the names in a file beside the shards, if there is one
 */
record ShardClasses(Path folder, Optional<ImmutableList<String>> listed) {
  /** No data set has as many classes; a greater number is no label but damage. */
  private static final int MOST = 1_000_000;

  private static final int DIGITS = 4;

  /** Looks for a file with names: one of any layout, or one of TFDS or TF-slim. */
  static ShardClasses in(Path folder) {
    Optional<ImmutableList<String>> names =
        Stream.of("label.labels.txt", "labels.txt")
            .map(folder::resolve)
            .filter(Files::isRegularFile)
            .findFirst()
            .map(ClassNames::read);
    return new ShardClasses(folder, ClassNames.in(folder).or(() -> names));
  }

  /**
   * The names of the classes: listed, or told by the records, or, where these tell only numbers,
   * the numbers in four digits up to the greatest.
   *
   * @param split whose classes are wanted
   * @param splits all of the data set
   * @throws Problem if some records have names and others numbers
   */
  ImmutableList<String> of(Samples split, Collection<Samples> splits) {
    return listed.orElseGet(() -> told(split, splits));
  }

  private ImmutableList<String> told(Samples split, Collection<Samples> splits) {
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
          "list the names of all classes in " + ClassNames.NAMES + " beside the shards");
    }
    return IntStream.rangeClosed(0, greatest)
        .mapToObj(number -> Strings.padStart(Integer.toString(number), DIGITS, '0'))
        .collect(toImmutableList());
  }
}
