package org.vgg4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTests {
  @TempDir private Path folder;

  @Test
  void foldersAreMadeAndTheFileIsWhole() {
    Path file = folder.resolve("a/b/c.txt");
    AtomicFile.write(file, "Größe\n");
    assertThat(file).content().isEqualTo("Größe\n");
    assertThat(file.getParent()).isDirectoryNotContaining(f -> f.toString().endsWith(".part"));
  }

  @Test
  void aFullDiskLeavesTheOldFileAndSaysSo() {
    Path file = folder.resolve("weights");
    AtomicFile.write(file, "old");
    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    channel -> {
                      channel.write(ByteBuffer.wrap(new byte[100]));
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("can't be written (No space left on device)")
        .hasMessageContaining("free space on the disk");
    assertThat(file).content().isEqualTo("old");
    assertThat(folder).isDirectoryNotContaining(f -> f.toString().endsWith(".part"));
  }

  @Test
  void aFailureOfTheContentLeavesNothingHalfWritten() {
    Path file = folder.resolve("weights");
    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    channel -> {
                      throw new IllegalStateException("no values");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFolderThatIsAFileIsAProblem() throws IOException {
    Files.writeString(folder.resolve("x"), "a file");
    assertThatThrownBy(() -> AtomicFile.write(folder.resolve("x/y"), "text"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("can't be written");
  }
}
