package org.vgg4j.data.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vgg4j.core.Problem;
import org.vgg4j.data.source.LabelledFiles;
import org.vgg4j.data.source.Split;
import org.vgg4j.testing.SharedFolder;

class FolderLayoutTests {
  private final FolderLayout layout = new FolderLayout();
  @TempDir private Path directory;

  @BeforeEach
  void makeFourClasses() throws IOException {
    put("train/b/2.png");
    put("train/b/10.jpeg");
    put("train/B/x.JPG");
    put("train/\uFF5A/full-width z.bmp");
    put("train/\uD83D\uDC31/cat.gif");
  }

  private Path put(String path) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.createFile(file);
  }

  private LabelledFiles train() {
    return split(directory, Split.TRAIN);
  }

  private LabelledFiles split(Path location, Split split) {
    return Objects.requireNonNull(layout.splits(location).get(split));
  }

  @Test
  void classesAndFilesAreSortedByCodePoint() {
    LabelledFiles train = train();
    assertThat(train.classes()).containsExactly("B", "b", "\uFF5A", "\uD83D\uDC31");
    assertThat(IntStream.range(0, train.size()).mapToObj(train::id))
        .containsExactly(
            "train/B/x.JPG",
            "train/b/10.jpeg",
            "train/b/2.png",
            "train/\uFF5A/full-width z.bmp",
            "train/\uD83D\uDC31/cat.gif");
    assertThat(IntStream.range(0, train.size()).map(train::label)).containsExactly(0, 1, 1, 2, 3);
  }

  @Test
  void hiddenFilesAndFoldersAreLeftOut() throws IOException {
    LabelledFiles before = train();
    put("train/.cache/x.png");
    put("train/b/.DS_Store");
    put("train/b/._2.png");
    LabelledFiles after = train();
    assertThat(after.classes()).isEqualTo(before.classes());
    assertThat(after.size()).isEqualTo(before.size());
    assertThat(after.notes()).isEmpty();
  }

  @Test
  void filesThatAreNotNamedAsImagesAreLeftOutWithANote() throws IOException {
    put("train/b/labels.txt");
    put("train/b/Thumbs.db");
    assertThat(train().size()).isEqualTo(5);
    assertThat(train().notes())
        .containsExactly(
            directory.resolve("train/b") + ": 2 files without an image's extension left out");
  }

  @ParameterizedTest
  @ValueSource(strings = {"val", "valid", "validation"})
  void aValidationSplitMayHaveThreeNames(String name) throws IOException {
    put(name + "/b/1.png");
    put(name + "/B/1.png");
    LabelledFiles val = split(directory, Split.VAL);
    assertThat(val.id(0)).isEqualTo("val/B/1.png");
    assertThat(val.contents().place(0)).isEqualTo(directory.resolve(name + "/B/1.png").toString());
  }

  @Test
  void classFoldersAloneAreOneSplitThatTheirFolderNames() throws IOException {
    put("photos/a/1.png");
    put("photos/b/1.png");
    assertThat(layout.splits(directory.resolve("train"))).containsOnlyKeys(Split.TRAIN);
    assertThat(layout.splits(directory.resolve("photos"))).containsOnlyKeys(Split.VAL);
  }

  @Test
  void oneClassAloneIsMostLikelyAWrongFolder() throws IOException {
    put("photos/cats/1.png");
    Path photos = directory.resolve("photos");
    assertThatThrownBy(() -> layout.splits(photos))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith(photos + ": ")
        .hasMessageEndingWith("has one class only, cats; did you mean the parent folder?");
  }

  @Test
  void aFolderOfOneClassSuggestsItsParent() {
    assertThatThrownBy(() -> layout.splits(directory.resolve("train/b")))
        .isInstanceOf(Problem.class)
        .hasMessage(
            directory.resolve("train/b")
                + ": holds images and no class folders; did you mean the parent folder?");
  }

  @Test
  void aSplitWithoutClassesIsNamed() throws IOException {
    Files.createDirectories(directory.resolve("val"));
    assertThatThrownBy(() -> layout.splits(directory))
        .isInstanceOf(Problem.class)
        .hasMessage(
            directory.resolve("val")
                + ": holds no class folders; put the images of each class into a folder");
  }

  @Test
  void aClassWithoutImagesIsNamed() throws IOException {
    Files.createDirectories(directory.resolve("train/empty"));
    assertThatThrownBy(this::train)
        .isInstanceOf(Problem.class)
        .hasMessage(
            directory.resolve("train/empty")
                + ": holds no images; add images of this class or delete the folder");
  }

  @Test
  void onlyAFolderWithFoldersInItLooksLikeThisLayout() throws IOException {
    assertThat(layout.fits(directory)).isTrue();
    assertThat(layout.fits(directory.resolve("train"))).isTrue();
    assertThat(layout.fits(directory.resolve("train/b"))).isFalse();
    assertThat(layout.fits(directory.resolve("train/b/2.png"))).isFalse();
    assertThat(layout.fits(directory.resolve("nowhere"))).isFalse();
  }

  @Test
  void realPhotosAreLabelledAsTheFoldersSay() {
    LabelledFiles val = split(SharedFolder.path("data/caltech10-72"), Split.VAL);
    assertThat(val.size()).isEqualTo(200);
    assertThat(val.name()).isEqualTo("caltech10-72/val");
    assertThat(val.classes()).hasSize(10).startsWith("Faces_easy").endsWith("watch");
  }

  @Test
  void aFolderThatMayNotBeListedIsNamed() throws IOException {
    Path folder = directory.resolve("train/b");
    assertThat(folder.toFile().setReadable(false)).isTrue();
    assumeThat(Files.isReadable(folder)).as("may this user read everything?").isFalse();
    assertThatThrownBy(() -> layout.splits(directory))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith(folder + ": can't be listed")
        .hasMessageEndingWith("check its permissions");
  }

  @Test
  void aLinkThatLeadsNowhereIsAnImageThatCannotBeRead() throws IOException {
    Files.createSymbolicLink(directory.resolve("train/b/1.png"), Path.of("gone.png"));
    LabelledFiles train = train();
    assertThat(train.id(1)).isEqualTo("train/b/1.png");
    assertThatThrownBy(() -> train.contents().read(1)).isInstanceOf(IOException.class);
  }
}
