package org.vgg4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vgg4j.core.Problem;
import org.vgg4j.data.generated.GeneratedData;
import org.vgg4j.data.image.Decoding;
import org.vgg4j.data.image.ImageSize;
import org.vgg4j.data.image.Levels;
import org.vgg4j.data.image.PngFile;

class DataSourceTests {
  private static final Resources RESOURCES = new Resources(2, 1000, Optional.empty());

  @TempDir private Path directory;

  private void put(String path) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, PngFile.bytes(Levels.noise(new ImageSize(3, 3), 1)));
  }

  private static void openAndClose(String location) {
    try (DataSource source = DataSource.open(location, Reading.DEFAULT, Resources.threads(2))) {
      assertThat(source.val().size()).isPositive();
    }
  }

  @Test
  void generatedDataHaveBothSplits() {
    try (DataSource source = DataSource.open("generated", Reading.DEFAULT, Resources.threads(2))) {
      assertThat(source.train().size()).isEqualTo(2000);
      assertThat(source.val().size()).isEqualTo(500);
      assertThat(source.val().classes()).hasSize(10);
    }
  }

  @Test
  void generatedDataCanBeSmallerAndOfAnotherSeed() {
    try (DataSource source =
        DataSource.open("generated:val=7,seed=3", Reading.DEFAULT, Resources.threads(2))) {
      assertThat(source.train().size()).isEqualTo(2000);
      assertThat(source.val().size()).isEqualTo(7);
      assertThat(source.val().manifest().lines().toList().get(0)).contains("images=7 seed=3");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"generated:", "generated:train=0", "generated:size=3", "generated:val=5 train=6"})
  void wrongSettingsAreConfigurationProblems(String location) {
    assertThatThrownBy(() -> openAndClose(location))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.CONFIGURATION))
        .hasMessageContaining("generated:train=2000,val=500,seed=1");
  }

  @Test
  void printingTheParametersGivesTheTextBack() {
    String text = "generated:train=20,val=10,seed=4";
    assertThat(GeneratedData.parse(text)).hasToString(text);
    assertThat(GeneratedData.parse("generated")).hasToString("generated:train=2000,val=500,seed=1");
  }

  private void putBoth(String split, String... classes) throws IOException {
    for (String name : classes) {
      put(split + "/" + name + "/1.png");
    }
  }

  @Test
  void aFolderHasTheSplitsThatLieInIt() throws IOException {
    putBoth("train", "a", "b");
    putBoth("val", "a", "b");
    try (DataSource source = DataSource.open(directory.toString(), Reading.DEFAULT, RESOURCES)) {
      assertThat(source.layout()).isEqualTo("folder");
      assertThat(source.train().id(0)).isEqualTo("train/a/1.png");
      assertThat(source.val().image(0).size()).isEqualTo(new ImageSize(3, 3));
    }
  }

  @Test
  void aFolderOfValidationImagesAloneCanBeEvaluatedButNotTrainedOn() throws IOException {
    putBoth("val", "a", "b");
    try (DataSource source =
        DataSource.open(directory.toString(), Reading.DEFAULT, Resources.threads(2))) {
      assertThat(source.val().size()).isEqualTo(2);
      assertThatThrownBy(source::train)
          .isInstanceOf(Problem.class)
          .hasMessage(
              directory + ": has no split train; add the folder " + directory.resolve("train"));
    }
  }

  @Test
  void splitsWithDifferentClassesAreRefusedWithTheirNames() throws IOException {
    putBoth("train", "cat", "dog");
    putBoth("val", "cat", "cow");
    assertThatThrownBy(() -> openAndClose(directory.toString()))
        .isInstanceOf(Problem.class)
        .hasMessage(
            directory
                + ": train and val have different classes: only in train [dog], only in val [cow];"
                + " give both the same classes in the same order");
  }

  @Test
  void aSplitOfWhichEveryImageIsSkippedIsRefused() throws IOException {
    putBoth("val", "a", "b");
    Files.writeString(directory.resolve("val/a/1.png"), "text");
    Files.writeString(directory.resolve("val/b/1.png"), "text");
    Reading skipping = new Reading(Optional.empty(), Decoding.EXACT, OnBadImage.SKIP);
    assertThatThrownBy(
            () -> DataSource.open(directory.toString(), skipping, Resources.threads(2)).close())
        .isInstanceOf(Problem.class)
        .hasMessageEndingWith(
            "/val: none of its 2 images can be decoded; vgg data verify says why");
  }

  @Test
  void aLayoutThatIsNamedIsNotGuessed() throws IOException {
    put("1.png");
    put("2.png");
    Reading flat = Reading.DEFAULT.in("flat");
    try (DataSource source = DataSource.open(directory.toString(), flat, RESOURCES)) {
      assertThat(source.val().size()).isEqualTo(2);
      assertThat(source.val().classes()).containsExactly("unlabelled");
    }
  }

  @Test
  void manifestsAreKeptInTheCacheFolderAndNotAmongTheData() throws IOException {
    putBoth("data/val", "a", "b");
    Path cache = directory.resolve("out/data");
    Resources resources = new Resources(2, 0, Optional.of(cache));
    String location = directory.resolve("data").toString();
    try (DataSource source = DataSource.open(location, Reading.DEFAULT, resources)) {
      source.val().manifest();
    }
    assertThat(cache).isDirectoryContaining(file -> file.toString().endsWith("-val.tsv"));
    assertThat(Path.of(location)).isDirectoryNotContaining("glob:**.tsv");
  }

  @Test
  void aMissingFolderIsNamed() {
    assertThatThrownBy(() -> openAndClose(directory.resolve("nowhere").toString()))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.DATA))
        .hasMessageStartingWith(directory.resolve("nowhere") + ": does not exist; ");
  }

  @Test
  void anEmptyFolderIsNamed() {
    assertThatThrownBy(() -> openAndClose(directory.toString()))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith(directory + ": looks like no known data set; ");
  }
}
