package org.vgg4j.data.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vgg4j.core.Problem;

class ArchiveTests {
  @TempDir private Path directory;
  private Path folder = Path.of("");

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectories(directory.resolve("a/b"));
  }

  private void unpack(byte[] archive) throws IOException {
    new Archive(Files.write(directory.resolve("x.tgz"), archive)).unpack(folder, Progress.NONE);
  }

  private void refused(byte[] archive, String what) {
    assertThatThrownBy(() -> unpack(archive))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith(directory.resolve("x.tgz") + ": can't be unpacked (")
        .hasMessageContaining(what);
  }

  @Test
  void filesComeIntoTheirFolders() throws IOException {
    unpack(new TestArchive().file("top/one/a.txt", "A").file("./top/b.txt", "B").tarGz());
    assertThat(folder.resolve("top/one/a.txt")).hasContent("A");
    assertThat(folder.resolve("top/b.txt")).hasContent("B");
  }

  @Test
  void namesThatLeadOutOfTheFolderAreRefused() {
    for (String name : new String[] {"../out.txt", "top/../../out.txt", "../../x"}) {
      refused(new TestArchive().file(name, "evil").tarGz(), name);
    }
    assertThat(directory.resolve("a/out.txt")).doesNotExist();
  }

  @Test
  void absoluteNamesStayInTheFolderOrAreRefused() throws IOException {
    Path outside = directory.resolve("outside.txt");
    byte[] archive = new TestArchive().file(outside.toString(), "evil").tarGz();
    try {
      unpack(archive);
    } catch (Problem refused) {
      assertThat(refused).hasMessageContaining("can't be unpacked");
    }
    assertThat(outside).doesNotExist();
  }

  @Test
  void linksAreRefused() {
    for (boolean symbolic : new boolean[] {true, false}) {
      refused(
          new TestArchive().link("top/link", "/etc/passwd", symbolic).tarGz(),
          "top/link is a link or a device");
    }
  }

  @Test
  void anArchiveThatIsCutShortIsNamed() {
    byte[] whole = new TestArchive().file("a.bin", new byte[100_000]).tarGz();
    for (int length : new int[] {0, 5, whole.length / 2, whole.length - 9}) {
      refused(Arrays.copyOf(whole, length), "");
    }
  }
}
