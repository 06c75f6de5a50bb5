package org.vgg4j.experiments.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * An output folder with two trained networks, a fused row, a cited row and a claim. It is made once
 * for a class of tests; each test works on a copy.
 */
final class SmallOutput implements BeforeAllCallback, AfterAllCallback {
  private static final String TABLE =
      """
      table: mine
      caption: Small
      rows:
        - {network: A, train: {scale: 256}, test: "dense|Q=256|flip"}
        - {network: B, train: {scale: 256, from: {network: A, scale: 256}}, test: "dense|Q=256|flip"}
        - name: both
          fuse:
            - {network: A, train: {scale: 256}, test: "dense|Q=256|flip"}
            - {network: B, train: {scale: 256, from: {network: A, scale: 256}}, test: "dense|Q=256|flip"}
        - {name: Others, cited: another method, paper: {top1: 1.5, top5: 0.5}}
      claims:
        - {text: B is better, section: mine, row: B/256, than: A/256, expect: lower}
      """;

  static final String DATA = "generated:train=40,val=20";

  private Path original = Path.of("");

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    Path folder = Files.createTempDirectory("small-output");
    Path table = Files.writeString(folder.resolve("mine.yaml"), TABLE);
    original = folder.resolve("out");
    Terminal terminal = new Terminal();
    assertThat(
            terminal.vgg(
                "reproduce",
                table.toString(),
                "--data",
                DATA,
                "--out",
                original.toString(),
                "--seeds",
                "1",
                "--threads",
                "1",
                "--set",
                "training.iterations=6",
                "--set",
                "batch=16",
                "--set",
                "microBatch=16"))
        .as(terminal.err())
        .isZero();
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    MoreFiles.deleteRecursively(requireNonNull(original.getParent()));
  }

  /** A copy of the folder, as a new folder {@code out} in another. */
  Path copyTo(Path folder) {
    Path copy = folder.resolve("out");
    copy(original, copy);
    return copy;
  }

  /** Copies a folder with all that is in it. */
  static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The run of a network in such a folder. */
  static Path run(Path out, String network) {
    try (Stream<Path> runs = Files.list(out.resolve("runs"))) {
      return runs.filter(run -> run.getFileName().toString().startsWith(network + "-S"))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
