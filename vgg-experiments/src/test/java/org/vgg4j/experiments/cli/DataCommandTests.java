package org.vgg4j.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code vgg data} from outside. */
class DataCommandTests {
  @TempDir private Path folder;

  private final Terminal terminal = new Terminal();

  @Test
  void fetchWithoutANameListsWhatThereIs() {
    assertThat(terminal.vgg("data", "fetch")).isZero();
    assertThat(terminal.out())
        .contains("cifar-10: 60,000 images of 32 x 32 in 10 classes, binary version, 162.2 MiB")
        .contains("imagenette-160: ", "fashion-mnist: ");
  }

  @Test
  void aDryRunTellsAddressSizeTermsAndPlaceAndWritesNothing() {
    Path data = folder.resolve("data");
    assertThat(terminal.vgg("data", "fetch", "cifar-10", "--out", data.toString(), "--dry-run"))
        .isZero();
    assertThat(terminal.out())
        .contains("terms: no licence is stated; cite A. Krizhevsky")
        .contains("https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz, 162.2 MiB")
        .contains("into: " + data.resolve("cifar-10"));
    assertThat(data).doesNotExist();
  }

  @Test
  void aMirrorIsAskedInPlaceOfThePublisher() throws IOException {
    HttpServer mirror =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    mirror.start();
    try {
      String base = "http://localhost:" + mirror.getAddress().getPort() + "/files";
      assertThat(terminal.vgg("data", "fetch", "mnist", "--out", folder.toString(), "--url", base))
          .isEqualTo(3);
      assertThat(terminal.err())
          .contains("downloading train-images-idx3-ubyte.gz, 9.5 MiB")
          .contains("vgg: " + base + "/train-images-idx3-ubyte.gz: the server answers with status")
          .contains("404; check the address");
    } finally {
      mirror.stop(0);
    }
  }

  @Test
  void anUnknownDatasetEndsInOneLineAndExitCode2() {
    assertThat(terminal.vgg("data", "fetch", "cifar10")).isEqualTo(2);
    assertThat(terminal.err().lines()).hasSize(1);
    assertThat(terminal.err()).contains("did you mean cifar-10?");
  }

  @Test
  void anAddressThatIsNoneEndsInExitCode2() {
    assertThat(terminal.vgg("data", "fetch", "mnist", "--url", "/files")).isEqualTo(2);
    assertThat(terminal.err()).contains("vgg: --url /files: is no address of a folder");
  }

  @Test
  void prepareLinksAndTellsWhatItFound() throws IOException {
    Path image = folder.resolve("from/train/n01440764/n01440764_1.JPEG");
    Files.createDirectories(image.resolve("..").normalize());
    Files.writeString(image, "a fish");
    Path prepared = folder.resolve("out");
    String from = folder.resolve("from").toString();
    assertThat(
            terminal.vgg(
                "data",
                "prepare",
                "imagenet",
                "--from",
                from,
                "--out",
                prepared.toString(),
                "--mode",
                "link"))
        .isZero();
    assertThat(terminal.out()).contains(prepared.resolve("train") + ": 1 images in 1 classes");
  }

  @Test
  void prepareWithoutArchivesEndsInExitCode3() {
    String place = folder.toString();
    assertThat(terminal.vgg("data", "prepare", "imagenet", "--from", place, "--out", place))
        .isEqualTo(3);
    assertThat(terminal.err()).startsWith("vgg: " + place + ": holds nothing of ILSVRC-2012");
  }
}
