package org.vgg4j.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vgg4j.core.Problem;
import org.vgg4j.data.image.Image;
import org.vgg4j.data.image.ImageDecoder;
import org.vgg4j.data.image.ImageSize;
import org.vgg4j.data.image.Levels;
import org.vgg4j.data.image.PngFile;
import org.vgg4j.testing.SharedFolder;

class ImageFolderTests {
  private static final Image PICTURE = Levels.noise(new ImageSize(4, 6), 1);

  private final ImageDecoder decoder = new ImageDecoder(2);
  @TempDir private Path directory;

  @BeforeEach
  void makeTwoClasses() throws IOException {
    put("train/b/2.png");
    put("train/b/10.jpeg");
    put("train/B/x");
    put("train/\uFF5A/full-width z");
    put("train/\uD83D\uDC31/cat");
  }

  @AfterEach
  void close() {
    decoder.close();
  }

  private Path put(String path) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.write(file, PngFile.bytes(PICTURE));
  }

  private ImageFolder train() {
    return ImageFolder.open(directory, Split.TRAIN, decoder);
  }

  @Test
  void classesAndFilesAreSortedByCodePoint() {
    ImageFolder folder = train();
    assertThat(folder.classes()).containsExactly("B", "b", "\uFF5A", "\uD83D\uDC31");
    assertThat(IntStream.range(0, folder.size()).mapToObj(folder::id))
        .containsExactly(
            "train/B/x",
            "train/b/10.jpeg",
            "train/b/2.png",
            "train/\uFF5A/full-width z",
            "train/\uD83D\uDC31/cat");
    assertThat(IntStream.range(0, folder.size()).map(folder::label)).containsExactly(0, 1, 1, 2, 3);
  }

  @Test
  void imagesAreReadWhateverTheirExtension() {
    assertThat(train().image(1)).isEqualTo(PICTURE);
  }

  @Test
  void hiddenFilesAndFoldersAreLeftOut() throws IOException {
    ImageFolder before = train();
    put("train/.cache/x");
    put("train/b/.DS_Store");
    ImageFolder after = train();
    assertThat(after.classes()).isEqualTo(before.classes());
    assertThat(after.size()).isEqualTo(before.size());
  }

  @Test
  void aMissingSplitIsNamed() {
    assertThatThrownBy(() -> ImageFolder.open(directory, Split.VAL, decoder))
        .isInstanceOf(Problem.class)
        .hasMessage(
            directory.resolve("val")
                + ": is not a folder; images lie in DIR/train/CLASS/ and DIR/val/CLASS/");
  }

  @Test
  void aSplitWithoutClassesIsNamed() throws IOException {
    Files.createDirectories(directory.resolve("val"));
    Files.createFile(directory.resolve("val/loose.png"));
    assertThatThrownBy(() -> ImageFolder.open(directory, Split.VAL, decoder))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith(directory.resolve("val") + ": holds no class folders; ");
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
  void aFileThatIsNoImageIsNamedWhenItIsRead() throws IOException {
    Path file = Files.writeString(directory.resolve("train/B/x"), "text");
    ImageFolder folder = train();
    assertThatThrownBy(() -> folder.image(0))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith(file + ": ");
  }

  @Test
  void aFileThatHasGoneIsNamedWhenItIsRead() throws IOException {
    ImageFolder folder = train();
    Files.delete(directory.resolve("train/B/x"));
    assertThatThrownBy(() -> folder.image(0))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith(directory.resolve("train/B/x") + ": can't be read");
    assertThatThrownBy(folder::manifest).isInstanceOf(Problem.class);
  }

  @Test
  void theManifestIsTheSameWhereverTheFolderLies() throws IOException {
    Path moved = Files.createDirectories(directory.resolve("elsewhere")).resolve("data");
    String hash = train().manifest().hash();
    Files.createDirectories(moved);
    Files.move(directory.resolve("train"), moved.resolve("train"));
    assertThat(ImageFolder.open(moved, Split.TRAIN, decoder).manifest().hash()).isEqualTo(hash);
  }

  @Test
  void theManifestHasOneLineWithIdLabelBytesAndHash() {
    assertThat(train().manifest().lines()).hasSize(5);
    assertThat(train().manifest().lines().get(1))
        .matches("train/b/10\\.jpeg\t1\t\\d+\t[0-9a-f]{64}");
  }

  @Test
  void theManifestNoticesOneChangedByteAndOneNewName() throws IOException {
    String hash = train().manifest().hash();
    Path file = directory.resolve("train/B/x");
    byte[] content = Files.readAllBytes(file);
    content[content.length - 1] ^= 1;
    Files.write(file, content);
    String changed = train().manifest().hash();
    Files.move(file, file.resolveSibling("y"));
    assertThat(train().manifest().hash()).isNotIn(hash, changed);
    assertThat(changed).isNotEqualTo(hash);
  }

  @Test
  void realPhotosAreReadAsTheFoldersSay() {
    Path photos = SharedFolder.path("data/caltech10-72");
    ImageFolder val = ImageFolder.open(photos, Split.VAL, decoder);
    assertThat(val.size()).isEqualTo(200);
    assertThat(val.name()).isEqualTo("caltech10-72/val");
    assertThat(val.classes()).hasSize(10).startsWith("Faces_easy").endsWith("watch");
    assertThat(val.image(17).size().smallestSide()).isEqualTo(72);
  }
}
