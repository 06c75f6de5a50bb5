package org.vgg4j.experiments.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code vgg verify} in a process of its own, whose threads nobody has chosen before. */
@Timeout(value = 8, unit = MINUTES)
class VerifyProcessTests {
  private static final String TABLE =
      """
      table: mine
      caption: One row
      rows:
        - {network: A, train: {scale: 256}, test: "dense|Q=256|flip"}
      """;

  @TempDir private Path folder;

  private String vgg(String... arguments) throws IOException, InterruptedException {
    List<String> java =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Vgg.class.getName());
    ProcessBuilder builder =
        new ProcessBuilder(ImmutableList.<String>builder().addAll(java).add(arguments).build());
    builder.environment().put("TF_DETERMINISTIC_OPS", "1");
    builder.environment().put("TF_ENABLE_ONEDNN_OPTS", "1");
    Process process = builder.redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    return printed;
  }

  /** The first session of a process decides over its threads, also that which decodes images. */
  @Test
  void theThreadsAreThoseOfThenWithoutBeingAskedFor() throws Exception {
    Path table = Files.writeString(folder.resolve("mine.yaml"), TABLE);
    String out = folder.resolve("out").toString();
    vgg(
        "reproduce",
        table.toString(),
        "--data",
        "generated:train=448,val=100",
        "--out",
        out,
        "--threads",
        "1",
        "--set",
        "training.iterations=28");
    assertThat(vgg("verify", out, "--posteriors", "--training"))
        .contains("equal bits for 100 images")
        .containsPattern("training A-S37.*: equal bits");
  }
}
