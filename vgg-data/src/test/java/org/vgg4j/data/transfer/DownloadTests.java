package org.vgg4j.data.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vgg4j.core.Problem;

class DownloadTests {
  private static final byte[] CONTENT = content(300_000);

  private final Recorder progress = new Recorder();
  private final FileServer server;
  private RemoteFile file;
  @TempDir private Path folder;

  DownloadTests() throws IOException {
    server = new FileServer();
    file = server.put("file.bin", CONTENT);
  }

  private static byte[] content(int length) {
    byte[] bytes = new byte[length];
    IntStream.range(0, length).forEach(i -> bytes[i] = (byte) (i * 31 + i / 251));
    return bytes;
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Path target() {
    return folder.resolve("deep/file.bin");
  }

  private Path part() {
    return folder.resolve("deep/file.bin.part");
  }

  private void download() {
    download(Duration.ofSeconds(30));
  }

  private void download(Duration silence) {
    new Download(new Patience(3, Duration.ZERO, silence)).bring(file, target(), progress);
  }

  private void leavePart(byte[] content) throws IOException {
    Files.createDirectories(folder.resolve("deep"));
    Files.write(part(), content);
  }

  private void isThere() {
    assertThat(target()).hasBinaryContent(CONTENT);
    assertThat(part()).doesNotExist();
    assertThat(progress.done("downloading file.bin")).isEqualTo(CONTENT.length);
  }

  private void refused(String what) {
    assertThatThrownBy(this::download)
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith(file.url() + ": ")
        .hasMessageContaining(what);
    assertThat(target()).doesNotExist();
  }

  @Test
  void aFileComesAndIsCheckedAgainstItsChecksum() {
    download();
    isThere();
    assertThat(server.ranges()).containsExactly("-");
    assertThat(progress.done("checking file.bin.part")).isEqualTo(CONTENT.length);
  }

  @Test
  void whatIsThereIsNotFetchedAgain() {
    download();
    download();
    assertThat(server.ranges()).hasSize(1);
  }

  @Test
  void aConnectionThatBreaksIsTakenUpWhereItBroke() {
    server.first(FileServer.breakAfter(100_000), FileServer.breakAfter(50_000));
    download();
    isThere();
    assertThat(server.ranges()).containsExactly("-", "bytes=100000-", "bytes=150000-");
  }

  @Test
  void aLaterCallGoesOnFromWhatCame() throws IOException {
    leavePart(Arrays.copyOf(CONTENT, 250_000));
    download();
    isThere();
    assertThat(server.ranges()).containsExactly("bytes=250000-");
  }

  @Test
  void aServerWithoutRangesSendsAllAgain() throws IOException {
    leavePart(content(250_000));
    server.withoutRanges();
    download();
    isThere();
  }

  @Test
  void aPartThatIsWholeIsCheckedAndNotAskedFor() throws IOException {
    leavePart(CONTENT);
    download();
    isThere();
    assertThat(server.ranges()).isEmpty();
  }

  @Test
  void aPartThatIsTooLongIsThrownAway() throws IOException {
    leavePart(content(CONTENT.length + 1));
    download();
    isThere();
  }

  @Test
  void aRangeFromElsewhereIsNotTaken() throws IOException {
    leavePart(Arrays.copyOf(CONTENT, 1000));
    server.first(FileServer.fromElsewhere());
    download();
    isThere();
  }

  @Test
  void troubleThatPassesIsBorne() {
    server.first(FileServer.status(503), FileServer.status(429));
    download();
    isThere();
  }

  @Test
  void troubleThatStaysIsToldAndWhatCameIsKept() throws IOException {
    leavePart(Arrays.copyOf(CONTENT, 1000));
    server.first(FileServer.status(503), FileServer.status(500), FileServer.status(503));
    refused("can't be downloaded (");
    assertThat(server.ranges()).hasSize(3).containsOnly("bytes=1000-");
    assertThat(part()).hasSize(1000);
  }

  @Test
  void progressMakesFailuresForgotten() {
    server.first(
        FileServer.breakAfter(10),
        FileServer.breakAfter(10),
        FileServer.breakAfter(10),
        FileServer.breakAfter(10),
        FileServer.breakAfter(10));
    download();
    isThere();
    assertThat(server.ranges()).hasSize(6);
  }

  @Test
  void aFileThatIsNotThereIsToldAtOnce() {
    file = new RemoteFile(server.url("gone.bin"), 3, file.checksum());
    refused(
        "the server answers with status 404; check the address and the proxy, or name a mirror");
    assertThat(server.ranges()).hasSize(1);
  }

  @Test
  void aFileOfAnotherLengthIsRefusedBeforeItComes() {
    server.first(FileServer.another(content(1000)));
    refused("has 1000 bytes there, not the published 300000");
    assertThat(server.ranges()).hasSize(1);
  }

  @Test
  void aFileThatIsTooLongIsRefusedAlsoWhenItsLengthIsNotTold() {
    server.first(FileServer.chunks(content(CONTENT.length + 1)));
    refused("sends more bytes, not the published 300000");
  }

  @Test
  void aBodyThatIsCutShortIsTakenUp() {
    server.first(FileServer.chunks(Arrays.copyOf(CONTENT, 4000)));
    download();
    isThere();
    assertThat(server.ranges()).containsExactly("-", "bytes=4000-");
  }

  @Test
  void aWrongChecksumIsToldAndTheFileRemoved() {
    byte[] wrong = CONTENT.clone();
    wrong[7] ^= 1;
    server.first(FileServer.another(wrong));
    refused(
        "has SHA-256 "
            + Digests.sha256(wrong)
            + ", not the published "
            + Digests.sha256(CONTENT)
            + "; it was removed");
    assertThat(part()).doesNotExist();
  }

  @Test
  void aConnectionThatFallsSilentIsGivenUp() {
    server.first(server.silentAfter(5000));
    download(Duration.ofSeconds(1));
    isThere();
    assertThat(server.ranges()).startsWith("-", "bytes=5000-");
  }

  @Test
  void aServerThatIsAwayIsTold() {
    server.close();
    refused("can't be downloaded (");
  }

  @Test
  void redirectionsAreFollowed() {
    server.first(
        (exchange, content, from) -> {
          exchange.getResponseHeaders().set("Location", server.url("file.bin").toString());
          exchange.sendResponseHeaders(302, -1);
        });
    download();
    isThere();
  }

  @Test
  void aSlowServerThatSendsAllAgainIsNotTakenForSilent() throws IOException {
    leavePart(content(250_000));
    server.withoutRanges();
    FileServer.Trouble slow = FileServer.slowly(60_000, Duration.ofMillis(300));
    server.first(slow, slow, slow);
    download(Duration.ofMillis(500));
    isThere();
    assertThat(server.ranges()).hasSize(1);
  }
}
