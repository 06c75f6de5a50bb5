package org.vgg4j.data.layout;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Ints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.Problem;

/**
 * Finds out the classes of ImageNet's validation images where people have them: in the development
 * kit, in the {@code val.txt} of Caffe, or in the {@code LOC_val_solution.csv} of Kaggle.
 *
 * @param places folders to look in
 * @param trainClasses the classes of the training images, sorted; empty where there are none
 */
record GroundTruth(ImmutableList<Path> places, ImmutableList<String> trainClasses) {
  private static final String LIST = "val.txt";
  private static final String SOLUTION = "LOC_val_solution.csv";
  private static final Splitter COLUMNS = Splitter.on(',');
  private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings();

  /**
   * The classes.
   *
   * @param images where the images are, for messages
   * @throws Problem if no place tells them
   */
  ValidationClasses of(Path images) {
    return devkit()
        .or(() -> file(LIST).map(this::list))
        .or(() -> file(SOLUTION).map(this::solution))
        .orElseThrow(
            () ->
                Problem.data(
                    images.toString(),
                    "has no class folders, and nothing tells the classes of its images",
                    "put ILSVRC2012_devkit_t12.tar.gz, val.txt or LOC_val_solution.csv into "
                        + places.get(0)));
  }

  private Optional<ValidationClasses> devkit() {
    return places.stream()
        .flatMap(place -> Devkit.find(place).stream())
        .findFirst()
        .map(kit -> ValidationClasses.of(Devkit.open(kit)));
  }

  private Optional<Path> file(String name) {
    return places.stream().map(place -> place.resolve(name)).filter(Files::isReadable).findFirst();
  }

  /** Labels in {@code val.txt} are positions among the WordNet ids in their order. */
  private ValidationClasses list(Path file) {
    ImmutableList<String> names =
        places.stream()
            .flatMap(place -> ClassNames.in(place).stream())
            .findFirst()
            .orElse(trainClasses);
    ListFile list = new ListFile(file);
    Map<String, String> classes = new LinkedHashMap<>();
    for (ListFile.Line line : list.lines()) {
      @Nullable Integer label = Ints.tryParse(line.label());
      if (label == null || label < 0 || label >= names.size()) {
        throw beyond(list.place(line.number()), line.label(), names);
      }
      classes.put(TarIndex.fileName(line.image()), names.get(label));
    }
    return new ValidationClasses(file.toString(), classes, sorted(names));
  }

  private static Problem beyond(String place, String label, ImmutableList<String> names) {
    return names.isEmpty()
        ? Problem.data(
            place, "label " + label + " means nothing without classes", "put synsets.txt beside it")
        : Problem.data(
            place,
            "label " + label + " is that of no class; there are " + names.size() + ", from 0",
            "take list and synsets.txt from one source");
  }

  /** Lines such as {@code ILSVRC2012_val_00000001,n01751748 111 108 230 366 n01751748 ...}. */
  private ValidationClasses solution(Path file) {
    Map<String, String> classes = new LinkedHashMap<>();
    for (String line : lines(file)) {
      List<String> columns = COLUMNS.splitToList(line);
      if (columns.size() == 2 && columns.get(0).startsWith("ILSVRC2012_val_")) {
        classes.put(columns.get(0) + ".JPEG", WORDS.splitToList(columns.get(1)).get(0));
      }
    }
    ImmutableList<String> found = sorted(List.copyOf(classes.values()));
    return new ValidationClasses(
        file.toString(), classes, trainClasses.isEmpty() ? found : trainClasses);
  }

  private static ImmutableList<String> sorted(List<String> names) {
    return names.stream().distinct().sorted().collect(toImmutableList());
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw Problem.data(file.toString(), "can't be read (" + e + ")", "check its permissions")
          .causedBy(e);
    }
  }
}
