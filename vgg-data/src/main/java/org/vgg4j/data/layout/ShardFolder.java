package org.vgg4j.data.layout;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vgg4j.core.Problem;
import org.vgg4j.data.source.Split;

/**
 * The shards in a folder: those of both splits side by side, or each split in a folder of its name.
 *
 * @param path the folder
 * @param pattern what their names are like
 */
record ShardFolder(Path path, Pattern pattern) {
  private static final ImmutableList<String> INNER =
      ImmutableList.of("train", "val", "validation", "valid");

  /** Whether there is a shard, as far as one may look. */
  boolean areThere() {
    return places().filter(Files::isReadable).anyMatch(place -> !names(place).isEmpty());
  }

  /**
   * The shards of each split, ordered by number.
   *
   * @throws Problem if there are none, one is missing, or they belong to several sets
   */
  Map<Split, ImmutableList<Path>> shards() {
    Map<Split, ImmutableList<Path>> shards = new EnumMap<>(Split.class);
    for (Path place : places().toList()) {
      for (Split split : Split.values()) {
        List<ShardName> names =
            names(place).stream().filter(name -> name.split() == split).toList();
        if (!names.isEmpty() && !shards.containsKey(split)) {
          shards.put(split, ordered(place, names));
        }
      }
    }
    if (shards.isEmpty()) {
      throw Problem.data(
          path.toString(), "holds no shards", "they are called such as train-00000-of-01024");
    }
    return shards;
  }

  private Stream<Path> places() {
    return Stream.concat(Stream.of(path), INNER.stream().map(path::resolve))
        .filter(Files::isDirectory);
  }

  private List<ShardName> names(Path place) {
    return new SortedFolder(place)
        .files(file -> pattern.matcher(file).matches()).stream()
            .map(file -> ShardName.parse(file, pattern))
            .flatMap(Optional::stream)
            .toList();
  }

  private static ImmutableList<Path> ordered(Path place, List<ShardName> names) {
    ImmutableList<String> sets =
        names.stream().map(ShardName::set).distinct().collect(toImmutableList());
    if (sets.size() > 1) {
      throw Problem.data(
          place.toString(),
          "holds shards of several sets: " + String.join(", ", sets),
          "give each set a folder of its own");
    }
    List<ShardName> byNumber =
        names.stream().sorted(Comparator.comparingInt(ShardName::number)).toList();
    checkComplete(place, byNumber);
    return byNumber.stream().map(name -> place.resolve(name.file())).collect(toImmutableList());
  }

  /** Shards whose names tell no count may start at any number, but have no gap. */
  private static void checkComplete(Path place, List<ShardName> shards) {
    ShardName some = shards.get(0);
    int first = some.count().isPresent() ? 0 : some.number();
    int count = some.count().orElse(shards.size());
    for (int i = 0; i < Math.max(count, shards.size()); i++) {
      if (i == shards.size() || shards.get(i).number() != first + i) {
        boolean surplus = i < shards.size() && (shards.get(i).number() < first + i || i >= count);
        throw Problem.data(
            place.toString(),
            surplus
                ? "holds the shard " + shards.get(i).file() + " too much"
                : "lacks the shard " + some.sibling(first + i),
            "copy the shards there again, all of one set");
      }
    }
  }
}
