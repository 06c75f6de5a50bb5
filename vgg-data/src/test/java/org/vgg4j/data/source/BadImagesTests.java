package org.vgg4j.data.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vgg4j.data.image.ImageDecoder;
import org.vgg4j.data.image.ImageSize;
import org.vgg4j.data.image.Levels;
import org.vgg4j.data.image.PngFile;

class BadImagesTests {
  private final ImageDecoder decoder = new ImageDecoder(2);
  @TempDir private Path directory;

  @BeforeEach
  void makeFourFilesTwoOfThemBad() throws IOException {
    byte[] png = PngFile.bytes(Levels.noise(new ImageSize(9, 9), 1));
    Files.write(directory.resolve("0"), png);
    Files.writeString(directory.resolve("1"), "text");
    Files.write(directory.resolve("2"), png);
    Files.write(directory.resolve("3"), Arrays.copyOf(png, png.length / 2));
  }

  @AfterEach
  void close() {
    decoder.close();
  }

  private ImageDataset images() {
    LabelledFiles.Builder files = LabelledFiles.builder("odd", ImmutableList.of("a", "b"));
    files.add("0", 0).add("1", 1).add("2", 1).add("3", 0);
    return new FileImages(files.build(directory::resolve), decoder, ManifestCache.none(), 2);
  }

  @Test
  void badImagesAreThoseThatCanNotBeDecoded() {
    BadImages bad = BadImages.of(images(), 2);
    assertThat(bad.ids()).containsExactly("1", "3");
  }

  @Test
  void theOthersKeepTheirIdsLabelsPixelsAndLines() {
    ImageDataset all = images();
    ImageDataset others = BadImages.of(all, 2).others();
    assertThat(IntStream.range(0, others.size()).mapToObj(others::id)).containsExactly("0", "2");
    assertThat(others.label(1)).isEqualTo(1);
    assertThat(others.image(1).decoded()).isEqualTo(all.image(2).decoded());
    assertThat(others.file(1).orElseThrow()).isEqualTo(all.file(2).orElseThrow());
    assertThat(others.manifest().lines())
        .containsExactly(all.manifest().line(0), all.manifest().line(2));
  }

  @Test
  void whatIsNotedOfTheSameContentIsNotFoundOutAgain() throws IOException {
    Path cache = directory.resolve("cache");
    assertThat(BadImages.of(images(), 2, cache).ids()).containsExactly("1", "3");
    Path note = cache.resolve("bad-2-" + images().manifest().hash() + ".txt");
    assertThat(note).hasContent("1\n3\n");
    Files.writeString(note, "2\n");
    assertThat(BadImages.of(images(), 2, cache).ids())
        .as("the note is believed")
        .containsExactly("2");
    Files.writeString(directory.resolve("1"), "other text");
    assertThat(BadImages.of(images(), 2, cache).ids()).containsExactly("1", "3");
  }
}
