package org.vgg4j.data.layout;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.vgg4j.core.Problem;
import org.vgg4j.data.source.LabelledFiles;
import org.vgg4j.data.source.Split;

/** A data set in shards of either format. */
final class ShardedData {
  private final ShardFolder folder;
  private final Map<Split, Part> parts = new EnumMap<>(Split.class);

  private record Part(ShardReader reader, Samples samples) {}

  private ShardedData(ShardFolder folder) {
    this.folder = folder;
  }

  /**
   * Reads what all shards tell of their images, but no image.
   *
   * @param readers one for each split
   */
  static Map<Split, LabelledFiles> splits(ShardFolder folder, Supplier<ShardReader> readers) {
    ShardedData data = new ShardedData(folder);
    folder.shards().forEach((split, shards) -> data.read(split, shards, readers.get()));
    return data.splits();
  }

  private void read(Split split, ImmutableList<Path> shards, ShardReader reader) {
    Samples told = new Samples();
    shards.forEach(shard -> reader.add(shard, told::add));
    if (told.isEmpty()) {
      throw Problem.data(
          shards.get(0).toString(),
          "holds no image, nor do the others of its set",
          "pack it again");
    }
    parts.put(split, new Part(reader, told));
  }

  private Map<Split, LabelledFiles> splits() {
    Path path = folder.path();
    ShardClasses classes = ShardClasses.in(path);
    List<Samples> told = parts.values().stream().map(Part::samples).toList();
    Map<Split, LabelledFiles> splits = new EnumMap<>(Split.class);
    parts.forEach(
        (split, part) -> {
          LabelledFiles.Builder files =
              LabelledFiles.builder(
                  new SortedFolder(path).name() + "/" + split, classes.of(part.samples(), told));
          ShardContents contents = part.reader().contents();
          part.samples().addTo(files, split, contents);
          splits.put(split, files.build(contents));
        });
    return splits;
  }
}
