package org.vgg4j.data.layout;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.vgg4j.core.Problem;
import org.vgg4j.data.source.LabelledFiles;
import org.vgg4j.data.source.Split;

/**
 * Text files with an image and its label in each line: {@code DIR/train.txt} and {@code
 * DIR/val.txt}, or one such file. Paths start at the list's folder. A label is a number from 0 or
 * the name of a class; {@code classes.txt} may give the names in the order of their numbers. Images
 * keep the order of their list.
 */
final class ListLayout implements Layout {

  @Override
  public String name() {
    return "list";
  }

  /** Class folders say more than lists beside them, so they win. */
  @Override
  public boolean fits(Path location) {
    return !lists(location).isEmpty()
        && Arrays.stream(Split.values())
            .map(split -> new SortedFolder(location.resolve(split.toString())))
            .noneMatch(SortedFolder::hasFolders);
  }

  @Override
  public Map<Split, LabelledFiles> splits(Path location) {
    ImmutableMap<Split, ListFile> lists = lists(location);
    if (lists.isEmpty()) {
      throw Problem.data(
          location.toString(), "holds no list", "write train.txt and val.txt: cat.jpg 0");
    }
    ImmutableList<ListedImages> listed =
        lists.entrySet().stream()
            .map(list -> ListedImages.of(list.getKey(), list.getValue()))
            .collect(toImmutableList());
    ListedClasses classes = ListedClasses.of(listed);
    Map<Split, LabelledFiles> splits = new EnumMap<>(Split.class);
    listed.forEach(images -> splits.put(images.split(), images.read(classes)));
    return splits;
  }

  private static ImmutableMap<Split, ListFile> lists(Path location) {
    if (Files.isRegularFile(location) && location.toString().endsWith(".txt")) {
      boolean train = location.getFileName().toString().startsWith("train");
      return ImmutableMap.of(train ? Split.TRAIN : Split.VAL, new ListFile(location));
    }
    return Arrays.stream(Split.values())
        .filter(split -> Files.isRegularFile(location.resolve(split + ".txt")))
        .collect(
            toImmutableMap(
                split -> split, split -> new ListFile(location.resolve(split + ".txt"))));
  }
}
