package org.vgg4j.experiments.cli;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.vgg4j.core.weights.TensorFile;

/** Real processes that train, and real signals. */
@Timeout(value = 8, unit = MINUTES)
class KilledProcessTests {
  private static String undisturbed = "";

  @TempDir private Path folder;

  @BeforeAll
  static void trainUndisturbed(@TempDir Path elsewhere) throws Exception {
    Process process = start(elsewhere);
    assertThat(process.waitFor()).isZero();
    undisturbed = weights(elsewhere);
  }

  /** Two epochs of fourteen steps, every third of which is saved. */
  private static Process start(Path out, String... before) throws IOException {
    ImmutableList<String> command =
        ImmutableList.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "-Dvgg.terminal=false",
            Vgg.class.getName(),
            "train",
            "--network",
            "A",
            "--data",
            "generated:train=448,val=20",
            "--set",
            "training.iterations=28",
            "--save-every",
            "3",
            "--threads",
            "1",
            "--out",
            out.toString());
    ImmutableList<String> all = ImmutableList.<String>builder().add(before).addAll(command).build();
    ProcessBuilder builder = new ProcessBuilder(all).redirectErrorStream(true);
    builder.environment().put("TF_DETERMINISTIC_OPS", "1");
    builder.environment().put("TF_ENABLE_ONEDNN_OPTS", "1");
    return builder.redirectOutput(out.resolve("log.txt").toFile()).start();
  }

  private static String weights(Path out) throws IOException {
    try (Stream<Path> runs = Files.list(out.resolve("runs"))) {
      return TensorFile.sha256(runs.findFirst().orElseThrow().resolve("weights.safetensors"));
    }
  }

  /** Waits until training has saved something new. */
  private static void awaitCheckpoint(Path out, Process process) throws Exception {
    long before = newest(out);
    while (process.isAlive() && newest(out) == before) {
      process.waitFor(1, MILLISECONDS);
    }
  }

  private static long newest(Path out) throws IOException {
    if (!Files.exists(out.resolve("runs"))) {
      return 0;
    }
    try (Stream<Path> runs = Files.list(out.resolve("runs"))) {
      return runs.map(run -> run.resolve("checkpoints/last.safetensors"))
          .mapToLong(file -> file.toFile().lastModified()) // 0 where there is none yet
          .max()
          .orElse(0);
    }
  }

  @Test
  void aTrainingThatIsKilledAtRandomStepsEndsWithTheSameBits() throws Exception {
    SplittableRandom random = new SplittableRandom(7);
    for (int kill = 0; kill < 3; kill++) {
      Process process = start(folder);
      awaitCheckpoint(folder, process);
      process.waitFor(random.nextInt(300), MILLISECONDS);
      process.destroyForcibly().waitFor();
    }
    assertThat(start(folder).waitFor()).isZero();
    assertThat(weights(folder)).isEqualTo(undisturbed);
  }

  @Test
  void aTerminatedTrainingSavesAndEndsWith143() throws Exception {
    Process process = start(folder);
    awaitCheckpoint(folder, process);
    process.destroy();
    assertThat(process.waitFor()).isEqualTo(143);
    assertThat(log()).contains("vgg: stopped; all is saved, and the same command goes on");
    assertThat(start(folder).waitFor()).isZero();
    assertThat(weights(folder)).isEqualTo(undisturbed);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void anInterruptedTrainingSavesAndEndsWith130() throws Exception {
    // a build that runs in the background has its processes ignore the signal
    Process process = start(folder, "env", "--default-signal=INT");
    awaitCheckpoint(folder, process);
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    assertThat(process.waitFor()).isEqualTo(130);
    assertThat(log()).contains("vgg: stopped; all is saved, and the same command goes on");
    assertThat(start(folder).waitFor()).isZero();
    assertThat(weights(folder)).isEqualTo(undisturbed);
  }

  private String log() throws IOException {
    return Files.readString(folder.resolve("log.txt"));
  }
}
