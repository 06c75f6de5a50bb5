package org.vgg4j.data.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vgg4j.core.Problem;

class FetchTests {
  private static final Patience SHORT = new Patience(2, Duration.ZERO, Duration.ofSeconds(30));

  private final FileServer server;
  @TempDir private Path out;

  FetchTests() throws IOException {
    server = new FileServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private PublicDataset archive(String folder) {
    byte[] content =
        new TestArchive()
            .file("photos2/train/a/1.png", "one")
            .file("photos2/val/a/2.png", "two")
            .tarGz();
    return new PublicDataset(
        "photos",
        "two photos",
        "free",
        Optional.of(folder),
        ImmutableList.of(server.put("photos2.tgz", content)));
  }

  private Path fetch(PublicDataset dataset) {
    return new Fetch(out, SHORT).fetch(dataset, Progress.NONE);
  }

  @Test
  void anArchiveBecomesAFolderOfTheDatasetsName() throws IOException {
    assertThat(fetch(archive("photos2"))).isEqualTo(out.resolve("photos"));
    assertThat(out.resolve("photos/train/a/1.png")).hasContent("one");
    assertThat(out.resolve("photos/.fetched")).content().startsWith("free\nhttp://localhost");
    assertThat(out).isDirectoryNotContaining(path -> !path.endsWith("photos"));
  }

  @Test
  void finishedWorkIsRecognised() {
    PublicDataset dataset = archive("photos2");
    assertThat(new Fetch(out).isDone(dataset)).isFalse();
    fetch(dataset);
    assertThat(new Fetch(out).isDone(dataset)).isTrue();
    fetch(dataset);
    assertThat(server.ranges()).hasSize(1);
  }

  @Test
  void unpackingThatWasBrokenOffBeginsAnew() throws IOException {
    PublicDataset dataset = archive("photos2");
    Path left = Files.createDirectories(out.resolve(".photos.unpacked/photos2/train/a"));
    Files.writeString(left.resolve("0.png"), "of an older version");
    fetch(dataset);
    assertThat(out.resolve("photos/train/a")).isDirectoryNotContaining("glob:**0.png");
  }

  @Test
  void filesAreKeptAsTheyAre() {
    RemoteFile images = server.put("train-images-idx3-ubyte.gz", new byte[] {1, 2, 3});
    RemoteFile labels = server.put("train-labels-idx1-ubyte.gz", new byte[] {4});
    fetch(
        new PublicDataset(
            "digits", "digits", "free", Optional.empty(), ImmutableList.of(images, labels)));
    assertThat(out.resolve("digits/train-images-idx3-ubyte.gz"))
        .hasBinaryContent(new byte[] {1, 2, 3});
    assertThat(out.resolve("digits/train-labels-idx1-ubyte.gz")).hasBinaryContent(new byte[] {4});
  }

  @Test
  void aFolderThatSomebodyElseMadeIsLeftAlone() throws IOException {
    Path mine = Files.createDirectories(out.resolve("photos"));
    assertThatThrownBy(() -> fetch(archive("photos2")))
        .isInstanceOf(Problem.class)
        .hasMessage(mine + ": exists and was not fetched; move it away or choose another --out");
    assertThat(server.ranges()).isEmpty();
  }

  @Test
  void anArchiveWithAnotherFolderIsTold() {
    assertThatThrownBy(() -> fetch(archive("pictures")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("the archive holds no folder pictures");
    assertThat(out.resolve("photos")).doesNotExist();
  }

  @Test
  void aMirrorHasTheSameFilesInOneFolder() {
    PublicDataset dataset = Catalogue.named("fashion-mnist").at(server.url("mirror"));
    assertThat(dataset.files())
        .extracting(file -> file.url().getPath())
        .contains("/mirror/t10k-labels-idx1-ubyte.gz");
    assertThat(dataset.bytes()).isEqualTo(30_878_645);
    assertThat(dataset.files().get(0).checksum())
        .isEqualTo(Catalogue.named("fashion-mnist").files().get(0).checksum());
  }

  @Test
  void theCatalogueIsWellFormed() {
    assertThat(Catalogue.all())
        .allSatisfy(
            dataset -> {
              assertThat(dataset.terms()).isNotBlank();
              assertThat(dataset.files())
                  .allSatisfy(
                      file -> {
                        assertThat(file.url().isAbsolute()).isTrue();
                        assertThat(file.bytes()).isPositive();
                        assertThat(file.checksum().hex()).matches("[0-9a-f]{64}");
                      });
            });
  }

  @Test
  void anUnknownDatasetSuggestsAKnownOne() {
    assertThatThrownBy(() -> Catalogue.named("cifar10"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("data set cifar10: is unknown; did you mean cifar-10? known: ");
  }

  @Test
  void aDiskThatIsTooSmallIsToldBeforehand() {
    assertThatThrownBy(() -> DiskSpace.reserve(out, 1L << 60))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith(out + ": needs 1152921504.6 GB, but has ");
  }

  @Test
  void noSpaceIsAskedForWhatHasCome() throws IOException {
    PublicDataset dataset = archive("photos2");
    Path downloads = Files.createDirectories(out.resolve(".photos.download"));
    long before = Fetch.missing(dataset, downloads);
    Files.write(downloads.resolve("photos2.tgz.part"), new byte[50]);
    assertThat(Fetch.missing(dataset, downloads)).isEqualTo(before - 50);
  }
}
