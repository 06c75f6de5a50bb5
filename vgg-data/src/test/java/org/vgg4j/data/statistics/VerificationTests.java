package org.vgg4j.data.statistics;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vgg4j.data.DataSource;
import org.vgg4j.data.Reading;
import org.vgg4j.data.Resources;
import org.vgg4j.data.image.Image;
import org.vgg4j.data.image.ImageSize;
import org.vgg4j.data.image.Levels;
import org.vgg4j.data.image.PngFile;
import org.vgg4j.data.statistics.Verification.BadImage;
import org.vgg4j.testing.SharedFolder;

class VerificationTests {
  /** Formats that Pillow reads and this program refuses by name (docs/data.md). */
  private static final ImmutableSet<String> FOREIGN = ImmutableSet.of("TIFF", "WEBP", "ICO");

  @TempDir private Path folder;

  private static Verification verification(Path location, String layout, int threads) {
    try (DataSource source =
        DataSource.open(
            location.toString(), Reading.DEFAULT.in(layout), Resources.threads(threads))) {
      return Verification.of(source.splits(), threads, images -> {});
    }
  }

  private static List<String> ids(Verification verification) {
    return verification.problems().stream().map(BadImage::id).toList();
  }

  private void put(String path, byte[] content) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  private static byte[] png(int seed) {
    return PngFile.bytes(Levels.noise(new ImageSize(6, 5), seed));
  }

  /** The lines of expected-pillow.tsv whose result satisfies a condition: their file names. */
  private static ImmutableList<String> expected(Predicate<String> result) throws IOException {
    Path list = SharedFolder.path("data/odd/expected-pillow.tsv");
    try (Stream<String> lines = Files.lines(list)) {
      return lines
          .filter(line -> !line.startsWith("#"))
          .map(line -> Splitter.on('\t').splitToList(line))
          .filter(fields -> result.test(fields.get(1)))
          .map(fields -> fields.get(0))
          .collect(toImmutableList());
    }
  }

  @Test
  void exactlyTheUndecodableOddFilesAreListed() throws IOException {
    Verification verification = verification(SharedFolder.path("data/odd"), "flat", 2);
    ImmutableSet<String> foreign =
        ImmutableSet.copyOf(
            expected(result -> FOREIGN.contains(result.substring(0, result.indexOf(' ')))));
    assertThat(ids(verification).stream().filter(id -> !foreign.contains(id)))
        .containsExactlyElementsOf(expected(result -> result.startsWith("ERR ")));
    assertThat(ids(verification)).containsAll(foreign);
  }

  @Test
  void everyProblemSaysWhereWhatAndHowToFixIt() {
    Path odd = SharedFolder.path("data/odd");
    assertThat(verification(odd, "flat", 2).problems())
        .contains(
            new BadImage(
                "syn_empty.JPEG",
                odd.resolve("syn_empty.JPEG") + ": is an empty file; replace or delete the file"));
  }

  @Test
  void theNumberOfThreadsChangesNothing() {
    Path odd = SharedFolder.path("data/odd");
    assertThat(verification(odd, "flat", 4)).isEqualTo(verification(odd, "flat", 1));
  }

  @Test
  void anImageInTrainAndValIsALeak() throws IOException {
    put("train/a/1.png", png(1));
    put("train/b/2.png", png(2));
    put("val/a/3.png", png(3));
    put("val/b/4.png", png(2));
    assertThat(verification(folder, "folder", 2).sameContent())
        .containsExactly(
            new SameContent(ImmutableList.of("train/b/2.png", "val/b/4.png"), true, false));
  }

  @Test
  void anImageInTwoClassesContradictsItself() throws IOException {
    put("val/a/1.png", png(1));
    put("val/b/1.png", png(1));
    put("val/b/2.png", png(1));
    assertThat(verification(folder, "folder", 2).sameContent())
        .containsExactly(
            new SameContent(
                ImmutableList.of("val/a/1.png", "val/b/1.png", "val/b/2.png"), false, true));
  }

  @Test
  void groupsOfEqualImagesComeInTheOrderOfTheirFirst() throws IOException {
    for (int i = 0; i < 12; i++) {
      put("train/" + "aabb".charAt(i / 3) + "/" + (char) ('a' + i) + ".png", png(i));
      put("val/" + "bbaa".charAt(i / 3) + "/" + (char) ('l' - i) + ".png", png(i));
    }
    assertThat(verification(folder, "folder", 4).sameContent())
        .extracting(same -> same.ids().get(0))
        .hasSize(12)
        .isSorted();
  }

  @Test
  void damagedImagesAreNoDuplicatesOfEachOther() throws IOException {
    put("val/a/1.png", Arrays.copyOf(png(1), 20));
    put("val/a/2.png", Arrays.copyOf(png(1), 20));
    put("val/b/3.png", png(1));
    Verification verification = verification(folder, "folder", 2);
    assertThat(ids(verification)).containsExactly("val/a/1.png", "val/a/2.png");
    assertThat(verification.sameContent()).isEmpty();
  }

  @Test
  void imagesOfOneColourAreListed() throws IOException {
    byte[] grey = new byte[6 * 5 * 3];
    Arrays.fill(grey, (byte) 90);
    put("val/a/1.png", PngFile.bytes(new Image(new ImageSize(6, 5), grey)));
    put("val/b/2.png", png(1));
    assertThat(verification(folder, "folder", 1).constant()).containsExactly("val/a/1.png");
  }

  @Test
  void generatedImagesAreComparedByTheirPixels() {
    AtomicInteger done = new AtomicInteger();
    try (DataSource source =
        DataSource.open("generated:train=20,val=10", Reading.DEFAULT, Resources.threads(2))) {
      Verification verification = Verification.of(source.splits(), 2, done::addAndGet);
      assertThat(verification)
          .isEqualTo(
              new Verification(30, ImmutableList.of(), ImmutableList.of(), ImmutableList.of()));
    }
    assertThat(done).hasValue(30);
  }
}
