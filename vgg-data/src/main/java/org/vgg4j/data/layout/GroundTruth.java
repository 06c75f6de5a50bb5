package org.vgg4j.data.layout;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.google.common.collect.Streams;
import com.google.common.primitives.Ints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  private static final Pattern ROW = Pattern.compile("(ILSVRC2012_val_\\d+), *(n\\d{8})\\b[^,]*");

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
      put(classes, line.image(), names.get(label), list.place(line.number()));
    }
    return new ValidationClasses(file.toString(), classes, sorted(names));
  }

  /** A list may name an image twice, but not under two classes. */
  private static void put(
      Map<String, String> classes, String image, String wordNetId, String place) {
    @Nullable String before = classes.put(TarIndex.fileName(image), wordNetId);
    if (before != null && !before.equals(wordNetId)) {
      throw Problem.data(
          place,
          image + " is of " + wordNetId + ", but of " + before + " further up",
          "take the list from one source");
    }
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
      Matcher words = ROW.matcher(line);
      if (words.matches()) {
        put(classes, words.group(1) + ".JPEG", words.group(2), file.toString());
      }
    }
    return new ValidationClasses(
        file.toString(), classes, sorted(Iterables.concat(trainClasses, classes.values())));
  }

  private static ImmutableList<String> sorted(Iterable<String> names) {
    return Streams.stream(names).distinct().sorted().collect(toImmutableList());
  }

  private static List<String> lines(Path file) {
    try {
      return TextLines.of(file);
    } catch (IOException e) {
      throw Problem.data(file.toString(), "can't be read (" + e + ")", "check its permissions")
          .causedBy(e);
    }
  }
}
