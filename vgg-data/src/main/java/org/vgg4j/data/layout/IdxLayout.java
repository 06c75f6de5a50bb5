package org.vgg4j.data.layout;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vgg4j.core.Problem;
import org.vgg4j.data.image.ImageSize;
import org.vgg4j.data.source.LabelledFiles;
import org.vgg4j.data.source.Split;

/**
 * MNIST, Fashion-MNIST and data sets of the same form: IDX files, plain or with {@code .gz}, in a
 * folder or in {@code raw} in it. The test images ({@code t10k}) are the validation split. The
 * files hold no names: classes are ten digits, or the lines of {@code labels.txt} beside them.
 */
final class IdxLayout implements Layout {
  private static final ImmutableMap<Split, String> PREFIXES =
      ImmutableMap.of(Split.TRAIN, "train", Split.VAL, "t10k");
  private static final ImmutableList<String> DIGITS =
      ImmutableList.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");

  @Override
  public String name() {
    return "idx";
  }

  @Override
  public boolean fits(Path location) {
    return folder(location).isPresent();
  }

  private static Optional<Path> folder(Path location) {
    return Stream.of(location, location.resolve("raw"))
        .filter(
            folder -> PREFIXES.values().stream().anyMatch(name -> images(folder, name).isPresent()))
        .findFirst();
  }

  private static Optional<Path> images(Path folder, String prefix) {
    return IdxFile.find(folder, prefix + "-images-idx3-ubyte");
  }

  @Override
  public Map<Split, LabelledFiles> splits(Path location) {
    Path folder = folder(location).orElseThrow(() -> missing(location));
    Map<Split, LabelledFiles> splits = new EnumMap<>(Split.class);
    PREFIXES.forEach(
        (split, prefix) ->
            images(folder, prefix)
                .ifPresent(
                    images ->
                        splits.put(
                            split,
                            split(
                                split,
                                IdxFile.read(images, 3),
                                IdxFile.read(labels(folder, prefix), 1)))));
    return splits;
  }

  private static Path labels(Path folder, String prefix) {
    String name = prefix + "-labels-idx1-ubyte";
    return IdxFile.find(folder, name)
        .orElseThrow(
            () ->
                Problem.data(
                    folder.toString(), "lacks " + name, "add it, plain or with .gz at its end"));
  }

  private static LabelledFiles split(Split split, IdxFile images, IdxFile labels) {
    if (images.header().images() != labels.header().images()) {
      throw Problem.data(
          labels.path().toString(),
          "has " + labels.header().images() + " labels for " + images.header().images() + " images",
          "take both files from one data set");
    }
    ImageSize size =
        new ImageSize(images.header().dimensions().get(1), images.header().dimensions().get(2));
    RecordFile values = labels.records();
    String name = new SortedFolder(folderOf(images)).name();
    return new NumberedImages(name, split, classes(folderOf(images)))
        .files(
            new RecordContents(List.of(images.records())),
            i -> values.value(i, 0),
            new RawPixels(size, 1, 0));
  }

  private static ImmutableList<String> classes(Path folder) {
    Path names = folder.resolve("labels.txt");
    return Files.isRegularFile(names) ? ClassNames.read(names) : DIGITS;
  }

  private static Path folderOf(IdxFile file) {
    return file.path().toAbsolutePath().resolve("..").normalize();
  }

  private static Problem missing(Path location) {
    return Problem.data(
        location.toString(),
        "holds neither train-images-idx3-ubyte nor t10k-images-idx3-ubyte",
        "give the folder with the IDX files, plain or with .gz");
  }
}
