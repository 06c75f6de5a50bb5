package org.vgg4j.data.transfer;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.vgg4j.core.Problem;

/**
 * Downloads files whose content is known beforehand. What came of a file lies in {@code NAME.part}
 * until all of it is there and its checksum is right; a later call goes on from that. The checksum
 * is all the proof there is and needs to be: should a server's file change between two calls, it is
 * found out. Proxies are those of the Java platform ({@code https.proxyHost} and the like).
 */
final class Download {
  private final HttpClient client;
  private final Patience patience;

  Download(Patience patience) {
    this.patience = patience;
    this.client =
        HttpClient.newBuilder()
            .followRedirects(Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(30))
            .proxy(ProxySelector.getDefault())
            .build();
  }

  /**
   * Brings a file to {@code target}, unless it is there.
   *
   * @throws Problem if it can't be had, or is another file than the published one
   */
  void bring(RemoteFile file, Path target, Progress progress) {
    if (Files.exists(target)) {
      return;
    }
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      Files.createDirectories(target.toAbsolutePath().getParent());
      receive(file, part, progress);
      check(file, part, progress);
      Files.move(part, target);
    } catch (IOException e) {
      throw Problem.data(
              part.toString(), "can't be written (" + e + ")", "free space or choose another --out")
          .causedBy(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problem.data(file.url().toString(), "was interrupted", "call again to go on")
          .causedBy(e);
    }
  }

  private void receive(RemoteFile file, Path part, Progress progress)
      throws IOException, InterruptedException {
    if (size(part) > file.bytes()) {
      Files.delete(part);
    }
    progress.starts("downloading " + file.name(), file.bytes());
    progress.moved(size(part));
    int failures = 0;
    while (true) {
      long before = size(part);
      try (Exchange exchange = new Exchange(file, part, progress)) {
        exchange.run(client, patience.silence());
        return;
      } catch (IOException e) {
        failures = size(part) > before ? 1 : failures + 1;
        if (failures >= patience.attempts()) {
          throw unreachable(file, part, e);
        }
        patience.rest(failures);
      }
    }
  }

  private static long size(Path part) throws IOException {
    return Files.exists(part) ? Files.size(part) : 0;
  }

  private static Problem unreachable(RemoteFile file, Path part, IOException cause)
      throws IOException {
    return Problem.data(
            file.url().toString(),
            "can't be downloaded (" + cause.getMessage() + ")",
            "check the network, or set a proxy by VGG_JAVA_OPTIONS=-Dhttps.proxyHost=HOST; the "
                + size(part)
                + " bytes that came are kept")
        .causedBy(cause);
  }

  private static void check(RemoteFile file, Path part, Progress progress) throws IOException {
    Checksum found = file.checksum().of(part, progress);
    if (!found.equals(file.checksum())) {
      Files.delete(part);
      throw Problem.data(
          file.url().toString(),
          "has " + found + ", not the published " + file.checksum().hex(),
          "it was removed; call again, or name a mirror by --url");
    }
  }
}
