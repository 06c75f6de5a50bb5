package org.vgg4j.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of {@code vgg data} that look at a data set, from outside. */
class DatasetCommandsTests {
  private static final String SMALL = "generated:train=12,val=10";

  @TempDir private Path folder;

  private final Terminal terminal = new Terminal();

  private void put(String path, int colour) throws IOException {
    BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
    image.setRGB(1, 1, colour);
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    ImageIO.write(image, "png", file.toFile());
  }

  @Test
  void inspectShowsLayoutCountsKindsAndSizes() throws IOException {
    put("val/a/1.png", 0xFF0000);
    put("val/b/2.jpg", 0x00FF00);
    assertThat(terminal.vgg("data", "inspect", folder.toString())).isZero();
    assertThat(terminal.out())
        .contains("layout   folder")
        .contains("/val: 2 images", "2 classes of 1 to 1 images")
        .contains("| PNG RGB   |      2 | 100.0 |", "enlarged at S=256: 100.0%")
        .contains("odd: 1 named as another format, first val/b/2.jpg");
    assertThat(terminal.err()).contains("inspecting", "2 images");
  }

  @Test
  void inspectPrintsJson() throws IOException {
    assertThat(terminal.vgg("data", "inspect", SMALL, "--json")).isZero();
    JsonNode train = new ObjectMapper().readTree(terminal.out()).get("splits").get(0);
    assertThat(train.get("images").asInt()).isEqualTo(12);
    assertThat(train.get("classes").get("maximum").asInt()).isEqualTo(2);
    assertThat(train.get("smallestSide").get("bins")).isNotEmpty();
  }

  @Test
  void verifyListsEveryProblemAtOnceAndEndsInExitCode3() throws IOException {
    put("val/a/1.png", 0xFF0000);
    put("val/b/2.png", 0xFF0000);
    Files.writeString(folder.resolve("val/a/3.png"), "text");
    Files.writeString(folder.resolve("val/b/4.png"), "");
    assertThat(terminal.vgg("data", "verify", folder.toString())).isEqualTo(3);
    assertThat(terminal.out())
        .contains("val/a/3.png: is no JPEG, PNG, GIF or BMP image; replace or delete the file")
        .contains("val/b/4.png: is an empty file; replace or delete the file")
        .contains("the same image under different labels: val/a/1.png, val/b/2.png")
        .contains("4 images: 2 can't be decoded, 1 are there more than once");
  }

  @Test
  void verifyOfSoundDataEndsInExitCode0() {
    assertThat(terminal.vgg("data", "verify", SMALL, "--threads", "2")).isZero();
    assertThat(terminal.out()).contains("22 images: 0 can't be decoded");
  }

  @Test
  void verifySeesTheImagesThatOtherCommandsAreToldToSkip() throws IOException {
    put("val/a/1.png", 1);
    put("val/b/1.png", 2);
    Files.writeString(folder.resolve("val/a/2.png"), "text");
    assertThat(terminal.vgg("data", "verify", folder.toString(), "--on-bad-image", "skip"))
        .isEqualTo(3);
    assertThat(terminal.out()).contains("val/a/2.png: is no ", "3 images: 1 can't be decoded");
  }

  @Test
  void statisticsShowTheMeanAndTheComponents() throws IOException {
    put("val/a/1.png", 0xFF0000);
    put("val/b/2.png", 0xFF0000);
    assertThat(terminal.vgg("data", "statistics", folder.toString())).isZero();
    assertThat(terminal.out())
        .contains("/val: 12 pixels, mean of red, green, blue 42.500, 0.000, 0.000")
        .contains("|         1 | 9031.250 | 1.0000 | 0.0000 | 0.0000 |");
  }

  @Test
  void statisticsAreKeptInTheCacheAlone() throws IOException {
    Path cache = folder.resolve("cache");
    assertThat(terminal.vgg("data", "statistics", SMALL, "--json", "--cache", cache.toString()))
        .isZero();
    assertThat(new ObjectMapper().readTree(terminal.out()).get("colours").get("mean")).hasSize(3);
    assertThat(cache).isDirectoryContaining("glob:**/statistics-*.json");
  }

  @Test
  void manifestPrintsTheHashesAndWritesTheLines() throws IOException {
    put("train/a/1.png", 1);
    put("train/b/1.png", 2);
    put("val/a/1.png", 3);
    put("val/b/1.png", 4);
    Path file = folder.resolve("out/manifest.tsv");
    assertThat(terminal.vgg("data", "manifest", folder.toString(), "--out", file.toString()))
        .isZero();
    assertThat(terminal.out()).containsPattern("(?m)^[0-9a-f]{64}  .*/train$").contains("/val");
    assertThat(Files.readAllLines(file))
        .hasSize(4)
        .allSatisfy(line -> assertThat(line).matches("\\w+/[ab]/1.png\t[01]\t\\d+\t[0-9a-f]{64}"));
  }

  @Test
  void previewPaintsAtTheSizeThatFitsTheData() throws IOException {
    Path file = folder.resolve("out/sheet.png");
    assertThat(terminal.vgg("data", "preview", SMALL, "--images", "2", "--out", file.toString()))
        .isZero();
    assertThat(terminal.out()).contains("wrote " + file);
    assertThat(ImageIO.read(file.toFile()).getWidth()).isGreaterThan(1000);
  }

  @Test
  void previewRefusesACropThatIsLargerThanTheSmallestScaleAndWritesNothing() {
    Path file = folder.resolve("sheet.png");
    assertThat(terminal.vgg("data", "preview", SMALL, "--crop", "64", "--out", file.toString()))
        .isEqualTo(2);
    assertThat(terminal.err()).contains("is smaller than the crop of 64 pixels");
    assertThat(file).doesNotExist();
  }

  @Test
  void previewOfNoImagesIsRefused() {
    assertThat(terminal.vgg("data", "preview", SMALL, "--images", "0")).isEqualTo(2);
    assertThat(terminal.err()).contains("vgg: --images 0: shows nothing; give 1 or more");
  }

  @Test
  void aPlaceThatDoesNotExistEndsInOneLineAndExitCode3() {
    for (String command : new String[] {"inspect", "verify", "statistics", "manifest", "preview"}) {
      String place = folder.resolve("none").toString();
      assertThat(terminal.vgg("data", command, place)).as(command).isEqualTo(3);
      assertThat(terminal.err()).startsWith("vgg: " + place + ": does not exist");
    }
  }

  @Test
  void whatIsSkippedIsListed() throws IOException {
    put("val/a/1.png", 1);
    put("val/b/1.png", 2);
    Files.writeString(folder.resolve("val/a/2.png"), "text");
    for (String command : new String[] {"inspect", "statistics", "manifest"}) {
      assertThat(terminal.vgg("data", command, folder.toString(), "--on-bad-image", "skip"))
          .as(command)
          .isZero();
      assertThat(terminal.out() + terminal.err())
          .as(command)
          .contains("left out, can't be decoded: val/a/2.png");
    }
  }

  @Test
  void whereNothingCanBeDecodedNothingIsLeft() throws IOException {
    for (String name : new String[] {"val/a/1.png", "val/b/1.png"}) {
      Files.createDirectories(folder.resolve(name).getParent());
      Files.writeString(folder.resolve(name), "text");
    }
    assertThat(terminal.vgg("data", "statistics", folder.toString(), "--on-bad-image", "skip"))
        .isEqualTo(3);
    assertThat(terminal.err()).contains("/val: none of its 2 images can be decoded; vgg data ver");
  }
}
