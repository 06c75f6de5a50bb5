package org.vgg4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
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

  /** The rename would put a file in the place of /dev/null, if root asked for it. */
  @Test
  void whatIsNoOrdinaryFileIsLeftAlone() throws IOException {
    Path socket = folder.resolve("socket");
    try (ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.bind(UnixDomainSocketAddress.of(socket));
      assertThatThrownBy(() -> AtomicFile.write(socket, "text"))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("socket: is no ordinary file");
    }
    assertThat(socket).exists().satisfies(it -> assertThat(Files.isRegularFile(it)).isFalse());
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
