package org.vgg4j.data.layout;

import com.google.common.collect.ImmutableMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.vgg4j.core.Problem;
import org.vgg4j.data.source.LabelledFiles;
import org.vgg4j.data.source.Split;

/**
 * A folder per split and in it one per class: {@code DIR/train/CLASS/FILE} and {@code
 * DIR/val/CLASS/FILE}. Class folders alone are one split: training images where {@code DIR} is
 * called {@code train}, else validation images.
 */
final class FolderLayout implements Layout {
  private static final ImmutableMap<String, Split> NAMES =
      ImmutableMap.of(
          "train", Split.TRAIN, "val", Split.VAL, "validation", Split.VAL, "valid", Split.VAL);

  @Override
  public String name() {
    return "folder";
  }

  @Override
  public boolean fits(Path location) {
    return Files.isDirectory(location)
        && (NAMES.keySet().stream().anyMatch(name -> Files.isDirectory(location.resolve(name)))
            || new SortedFolder(location).hasFolders());
  }

  @Override
  public Map<Split, LabelledFiles> splits(Path location) {
    Map<Split, LabelledFiles> splits = new EnumMap<>(Split.class);
    NAMES.forEach(
        (name, split) -> {
          Path folder = location.resolve(name);
          if (!splits.containsKey(split) && Files.isDirectory(folder)) {
            splits.put(split, new ClassFolders(folder, split).read());
          }
        });
    if (splits.isEmpty()) {
      Split split = splitOf(location);
      splits.put(split, new ClassFolders(location, split).read());
    }
    splits.values().forEach(split -> checkClasses(location, split));
    return splits;
  }

  private static Split splitOf(Path location) {
    Path name = location.toAbsolutePath().normalize().getFileName();
    return Optional.ofNullable(name).map(last -> NAMES.get(last.toString())).orElse(Split.VAL);
  }

  private static void checkClasses(Path location, LabelledFiles split) {
    if (split.classes().size() == 1) {
      throw Problem.data(
          location.toString(),
          split.name() + " has one class only, " + split.classes().get(0),
          "did you mean the parent folder?");
    }
  }
}
