package org.vgg4j.data.layout;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.vgg4j.core.Problem;
import org.vgg4j.data.source.LabelledFiles;
import org.vgg4j.data.source.Split;

/**
 * CIFAR-10 and CIFAR-100 in their binary versions, in the folder that their archives unpack to or
 * in the one around it. The test images are the validation split; CIFAR-100 has its 100 fine
 * labels. Images keep the order of the files.
 */
final class CifarLayout implements Layout {

  @Override
  public String name() {
    return "cifar";
  }

  @Override
  public boolean fits(Path location) {
    return version(location).isPresent();
  }

  private static Optional<CifarVersion> version(Path location) {
    return Arrays.stream(CifarVersion.values())
        .filter(version -> version.in(location).isPresent())
        .findFirst();
  }

  @Override
  public Map<Split, LabelledFiles> splits(Path location) {
    CifarVersion version = version(location).orElseThrow(() -> missing(location));
    Path folder = version.in(location).orElseThrow();
    ImmutableList<String> classes = version.classes(folder);
    Map<Split, LabelledFiles> splits = new EnumMap<>(Split.class);
    version
        .files()
        .forEach(
            (split, names) -> {
              RecordContents contents = contents(version, folder, names);
              IntUnaryOperator labels = i -> contents.value(i, version.labelOffset());
              splits.put(
                  split,
                  new NumberedImages(new SortedFolder(folder).name(), split, classes)
                      .files(contents, labels, version.pixels()));
            });
    return splits;
  }

  private static RecordContents contents(CifarVersion version, Path folder, List<String> names) {
    return new RecordContents(
        names.stream()
            .map(name -> RecordFile.of(existing(folder, name), version.pixels().recordBytes()))
            .collect(toImmutableList()));
  }

  private static Path existing(Path folder, String name) {
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      throw Problem.data(folder.toString(), "lacks " + name, "unpack the archive again");
    }
    return file;
  }

  private static Problem missing(Path location) {
    return Problem.data(
        location.toString(),
        "holds no binary version of CIFAR-10 or CIFAR-100",
        "the versions for Python and MATLAB are not read; get this one by vgg data fetch cifar-10");
  }
}
