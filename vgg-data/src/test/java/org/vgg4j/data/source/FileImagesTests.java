package org.vgg4j.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
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

class FileImagesTests {
  private static final Image PICTURE = Levels.noise(new ImageSize(4, 6), 1);

  private final ImageDecoder decoder = new ImageDecoder(2);
  @TempDir private Path directory;
  private Path first;

  @BeforeEach
  void makeThreeFiles() throws IOException {
    first = put("1.jpeg");
    put("2.png");
    put("3.png");
  }

  @AfterEach
  void close() {
    decoder.close();
  }

  private Path put(String name) throws IOException {
    return Files.write(directory.resolve(name), PngFile.bytes(PICTURE));
  }

  private FileImages images(Path folder, ManifestCache cache) {
    LabelledFiles.Builder files = LabelledFiles.builder("photos", ImmutableList.of("cat", "dog"));
    files.add("val/1.jpeg", 0).add("val/2.png", 1).add("val/3.png", 0);
    return new FileImages(
        files.build(id -> folder.resolve(id.substring("val/".length()))), decoder, cache, 2);
  }

  private FileImages images() {
    return images(directory, ManifestCache.none());
  }

  private FileImages cached() {
    return images(directory, ManifestCache.in(directory.resolve("cache/manifest.tsv")));
  }

  @Test
  void aNameThatTheLocaleCanNotWriteIsAProblemWithAWayOut() {
    LabelledFiles.Builder files =
        LabelledFiles.builder("odd", ImmutableList.of("a")).add("caf?", 0);
    LabelledFiles built =
        files.build(
            id -> {
              throw new InvalidPathException(id, "unmappable");
            });
    assertThatThrownBy(() -> built.contents().place(0))
        .isInstanceOf(Problem.class)
        .hasMessage(
            "caf?: has a name that this locale can't write; set LC_ALL=C.UTF-8 and run again");
  }

  @Test
  void imagesAreReadWhateverTheirExtension() {
    assertThat(images().image(0).decoded()).isEqualTo(PICTURE);
  }

  @Test
  void theFileIsGivenAsItIsStored() throws IOException {
    assertThat(images().file(1)).hasValue(Files.readAllBytes(directory.resolve("2.png")));
  }

  @Test
  void aFileThatIsNoImageIsNamedWhenItIsRead() throws IOException {
    Files.writeString(first, "text");
    FileImages images = images();
    assertThatThrownBy(() -> images.image(0))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith(first + ": is no JPEG");
  }

  @Test
  void aFileThatHasGoneIsNamedWhenItIsRead() throws IOException {
    FileImages images = images();
    Files.delete(first);
    assertThatThrownBy(() -> images.image(0))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith(first + ": can't be read");
    assertThatThrownBy(images::manifest).isInstanceOf(Problem.class);
  }

  @Test
  void theManifestHasOneLineWithIdLabelBytesAndHash() {
    assertThat(images().manifest().lines()).hasSize(3);
    assertThat(images().manifest().lines().toList().get(1))
        .matches("val/2\\.png\t1\t\\d+\t[0-9a-f]{64}");
  }

  @Test
  void theManifestIsTheSameWhereverTheFolderLies() throws IOException {
    String hash = images().manifest().hash();
    Path moved = Files.createDirectories(directory.resolve("elsewhere"));
    for (String name : ImmutableList.of("1.jpeg", "2.png", "3.png")) {
      Files.move(directory.resolve(name), moved.resolve(name));
    }
    assertThat(images(moved, ManifestCache.none()).manifest().hash()).isEqualTo(hash);
  }

  @Test
  void theManifestNoticesOneChangedByte() throws IOException {
    String hash = images().manifest().hash();
    changeOneByte();
    assertThat(images().manifest().hash()).isNotEqualTo(hash);
  }

  private void changeOneByte() throws IOException {
    byte[] content = Files.readAllBytes(first);
    content[content.length - 1] ^= 1;
    Files.write(first, content);
  }

  @Test
  void aCacheSparesTheReadingOfFilesThatHaveNotChanged() throws IOException {
    String hash = cached().manifest().hash();
    FileTime time = Files.getLastModifiedTime(first);
    changeOneByte();
    Files.setLastModifiedTime(first, time);
    assertThat(cached().manifest().hash()).as("not read again").isEqualTo(hash);
    Files.setLastModifiedTime(first, FileTime.fromMillis(time.toMillis() + 1));
    assertThat(cached().manifest().hash())
        .as("read again, as its time has changed")
        .isEqualTo(images().manifest().hash())
        .isNotEqualTo(hash);
  }

  @Test
  void aCacheOfFewerImagesSparesTheReadingOfThose() throws IOException {
    cached().manifest();
    Path cache = directory.resolve("cache/manifest.tsv");
    String kept = Files.readString(cache);
    Files.writeString(cache, kept.substring(kept.indexOf('\n') + 1));
    assertThat(cached().manifest().hash()).isEqualTo(images().manifest().hash());
    assertThat(cache).hasContent(kept);
  }

  @Test
  void aDamagedCacheIsWrittenAnew() throws IOException {
    cached().manifest();
    Path cache = directory.resolve("cache/manifest.tsv");
    String kept = Files.readString(cache);
    Files.writeString(cache, "val/1.jpeg\tnonsense");
    assertThat(cached().manifest().hash()).isEqualTo(images().manifest().hash());
    assertThat(cache).hasContent(kept);
  }
}
