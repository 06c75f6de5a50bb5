package org.vgg4j.data.layout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vgg4j.core.Problem;
import org.vgg4j.data.source.Contents;
import org.vgg4j.data.source.FilePart;
import org.vgg4j.data.source.LabelledFiles;
import org.vgg4j.data.source.PartContents;
import org.vgg4j.data.transfer.TestArchive;

class TarIndexTests {
  private static final String LONG_NAME = "folder/" + "long".repeat(40) + ".jpg";

  @TempDir private Path folder;

  @Test
  void findsEachFileWhereItsBytesAre() throws IOException {
    Path tar = write(new TestArchive().file("b.jpg", "second letter").file("a.jpg", "first"));
    ImmutableList<FilePart> parts = TarIndex.of(tar);
    assertThat(parts).extracting(FilePart::name).containsExactly("b.jpg", "a.jpg");
    assertThat(texts(parts)).containsExactly("second letter", "first");
  }

  @Test
  void knowsLongNamesAndEmptyFiles() throws IOException {
    Path tar = write(new TestArchive().file(LONG_NAME, "").file("next.jpg", "n"));
    assertThat(TarIndex.of(tar)).extracting(FilePart::name).containsExactly(LONG_NAME, "next.jpg");
    assertThat(texts(TarIndex.of(tar))).containsExactly("", "n");
  }

  @Test
  void leavesHiddenFilesAndLinksOut() throws IOException {
    Path tar =
        write(
            new TestArchive()
                .file("cat/._1.jpg", "x")
                .link("cat/2.jpg", "1.jpg", true)
                .file("cat/1.jpg", "y"));
    assertThat(TarIndex.of(tar)).extracting(FilePart::name).containsExactly("cat/1.jpg");
  }

  @Test
  void readsAnArchiveInsideAnArchive() throws IOException {
    byte[] inner = new TestArchive().file("1.jpg", "one").file("2.jpg", "two").tar();
    Path tar = write(new TestArchive().file("readme", "r").file("cat.tar", inner));
    ImmutableList<FilePart> parts = TarIndex.of(TarIndex.of(tar).get(1));
    assertThat(parts).extracting(FilePart::name).containsExactly("1.jpg", "2.jpg");
    assertThat(texts(parts)).containsExactly("one", "two");
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 512, 700, 1024, 1536})
  void anArchiveThatIsCutShortIsNamed(int length) throws IOException {
    byte[] whole = new TestArchive().file("1.jpg", "one").file("2.jpg", "two").tar();
    Path tar = Files.write(folder.resolve("cut.tar"), Arrays.copyOf(whole, length));
    assertThatThrownBy(() -> TarIndex.of(tar))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("cut.tar")
        .hasMessageContaining("is no whole tar archive");
  }

  @Test
  void whatIsNoArchiveIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("page.tar"), "<html>not found</html>".repeat(99));
    assertThatThrownBy(() -> TarIndex.of(file)).isInstanceOf(Problem.class);
  }

  @Test
  void aFileThatShrinksWhileItIsReadIsAnError() throws IOException {
    Path tar = write(new TestArchive().file("1.jpg", "one"));
    Contents contents = contents(TarIndex.of(tar));
    Files.write(tar, new byte[10]);
    assertThatThrownBy(() -> contents.read(0)).isInstanceOf(IOException.class);
  }

  private Path write(TestArchive archive) throws IOException {
    return Files.write(folder.resolve("test.tar"), archive.tar());
  }

  private static Contents contents(List<FilePart> parts) {
    PartContents.Builder contents = new PartContents.Builder();
    LabelledFiles.Builder files = LabelledFiles.builder("test", ImmutableList.of("only"));
    for (FilePart part : parts) {
      files.add(part.name(), 0);
      contents.add(part);
    }
    return files.build(contents).contents();
  }

  private static ImmutableList<String> texts(List<FilePart> parts) throws IOException {
    ImmutableList.Builder<String> texts = ImmutableList.builder();
    Contents contents = contents(parts);
    for (int i = 0; i < parts.size(); i++) {
      texts.add(new String(contents.read(i), UTF_8));
    }
    return texts.build();
  }

  @Test
  void whatComesBehindTheEndMarkIsNotLostInSilence() throws IOException {
    byte[] archive = new TestArchive().file("1.jpg", "one").file("2.jpg", "two").tar();
    Path tar = Files.write(folder.resolve("hole.tar"), archive);
    try (FileChannel file = FileChannel.open(tar, StandardOpenOption.WRITE)) {
      file.write(ByteBuffer.allocate(512), 1024); // the header of the second file
    }
    assertThatThrownBy(() -> TarIndex.of(tar))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("hole.tar: is no whole tar archive (there is more behind its end");
  }
}
