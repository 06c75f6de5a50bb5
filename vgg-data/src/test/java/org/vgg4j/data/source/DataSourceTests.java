package org.vgg4j.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vgg4j.core.Problem;
import org.vgg4j.data.image.ImageSize;
import org.vgg4j.data.image.Levels;
import org.vgg4j.data.image.PngFile;

class DataSourceTests {
  @TempDir private Path directory;

  private void put(String path) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, PngFile.bytes(Levels.noise(new ImageSize(3, 3), 1)));
  }

  private static void openAndClose(String location) {
    try (DataSource source = DataSource.open(location, 2, 0)) {
      assertThat(source.val().size()).isPositive();
    }
  }

  @Test
  void generatedDataHaveBothSplits() {
    try (DataSource source = DataSource.open("generated", 2, 0)) {
      assertThat(source.train().size()).isEqualTo(2000);
      assertThat(source.val().size()).isEqualTo(500);
      assertThat(source.val().classes()).hasSize(10);
    }
  }

  @Test
  void generatedDataCanBeSmallerAndOfAnotherSeed() {
    try (DataSource source = DataSource.open("generated:val=7,seed=3", 2, 0)) {
      assertThat(source.train().size()).isEqualTo(2000);
      assertThat(source.val().size()).isEqualTo(7);
      assertThat(source.val().manifest().lines().get(0)).contains("images=7 seed=3");
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

  @Test
  void aFolderHasTheSplitsThatLieInIt() throws IOException {
    put("train/a/1");
    put("val/a/1");
    try (DataSource source = DataSource.open(directory.toString(), 2, 1000)) {
      assertThat(source.train().id(0)).isEqualTo("train/a/1");
      assertThat(source.val().image(0).size()).isEqualTo(new ImageSize(3, 3));
    }
  }

  @Test
  void aFolderOfValidationImagesAloneCanBeEvaluatedButNotTrainedOn() throws IOException {
    put("val/a/1");
    try (DataSource source = DataSource.open(directory.toString(), 2, 0)) {
      assertThat(source.val().size()).isEqualTo(1);
      assertThatThrownBy(source::train)
          .isInstanceOf(Problem.class)
          .hasMessage(
              directory + ": has no split train; add the folder " + directory.resolve("train"));
    }
  }

  @Test
  void splitsWithDifferentClassesAreRefusedWithTheirNames() throws IOException {
    put("train/cat/1");
    put("train/dog/1");
    put("val/cat/1");
    put("val/cow/1");
    assertThatThrownBy(() -> openAndClose(directory.toString()))
        .isInstanceOf(Problem.class)
        .hasMessage(
            directory
                + ": train and val have different classes: only in train [dog], only in val [cow];"
                + " give both the same class folders");
  }

  @Test
  void aMissingFolderIsNamed() {
    assertThatThrownBy(() -> openAndClose(directory.resolve("nowhere").toString()))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.DATA))
        .hasMessageStartingWith(directory.resolve("nowhere") + ": is not a folder; ");
  }

  @Test
  void aFolderWithoutSplitsIsNamed() {
    assertThatThrownBy(() -> openAndClose(directory.toString()))
        .hasMessageStartingWith(directory + ": holds neither train nor val; ");
  }
}
