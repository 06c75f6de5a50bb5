package org.vgg4j.data.layout;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.Ints;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.Problem;

/**
 * What the development kit of ILSVRC-2012 tells: the WordNet ids of the classes, and which class
 * each validation image belongs to. The kit counts classes by numbers of its own, which are neither
 * the order of the WordNet ids nor labels; nothing but this class ever sees them.
 */
public final class Devkit {
  private static final String NAME = "ILSVRC2012_devkit_t12";

  private final String place;
  private final ImmutableMap<Integer, String> synsets;
  private final ImmutableList<String> validation;

  private Devkit(DevkitFiles files) {
    this.place = files.place();
    this.synsets = SynsetTable.parse(files.placeOf(DevkitFiles.META), files.meta());
    this.validation = parse(files.placeOf(DevkitFiles.GROUND_TRUTH), files.groundTruth());
  }

  /**
   * Reads a kit.
   *
   * @param location {@code ILSVRC2012_devkit_t12.tar.gz}, its unpacked folder, or a folder that
   *     holds one of the two under these names
   * @throws Problem if there is no kit, or it is damaged or incomplete
   */
  public static Devkit open(Path location) {
    Path found =
        find(location)
            .orElseThrow(
                () ->
                    Problem.data(
                        location.toString(),
                        "holds no development kit of ILSVRC-2012",
                        "give " + NAME + ".tar.gz or its unpacked folder"));
    return new Devkit(DevkitFiles.read(found));
  }

  /** A cheap look: the kit that {@link #open} would read at this location, if there is one. */
  public static Optional<Path> find(Path location) {
    if (Files.isRegularFile(location)) {
      return Optional.of(location);
    }
    return Stream.of("data", "", NAME + "/data", NAME, NAME + ".tar.gz")
        .map(location::resolve)
        .filter(place -> Files.isRegularFile(place) || DevkitFiles.areIn(place))
        .findFirst();
  }

  /**
   * The WordNet id of a class, such as {@code n01440764}.
   *
   * @param ilsvrcId the kit's own number of the class, from 1
   * @throws Problem if no class has that number
   */
  public String wordNetIdOf(int ilsvrcId) {
    String wordNetId = synsets.get(ilsvrcId);
    if (wordNetId == null) {
      throw unknown(place, String.valueOf(ilsvrcId));
    }
    return wordNetId;
  }

  /** The class of every validation image by WordNet id, in the order of the images' numbers. */
  public ImmutableList<String> validationWordNetIds() {
    return validation;
  }

  /** The WordNet ids of all classes, sorted: a class's label is its position. */
  public ImmutableList<String> classes() {
    return synsets.values().stream().sorted().collect(toImmutableList());
  }

  private ImmutableList<String> parse(String where, byte[] groundTruth) {
    List<String> lines = new String(groundTruth, UTF_8).lines().map(String::strip).toList();
    ImmutableList.Builder<String> ids = ImmutableList.builderWithExpectedSize(lines.size());
    for (int line = 0; line < lines.size(); line++) {
      @Nullable Integer id = Ints.tryParse(lines.get(line));
      if (id == null || !synsets.containsKey(id)) {
        throw unknown(where + ":" + (line + 1), lines.get(line));
      }
      ids.add(wordNetIdOf(id));
    }
    return ids.build();
  }

  private static Problem unknown(String where, String id) {
    return Problem.data(
        where, "'" + id + "' is the number of no class in meta.mat", "take both from one kit");
  }
}
