package org.vgg4j.experiments.cli;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vgg4j.core.Seed;
import org.vgg4j.core.graph.Initialization;
import org.vgg4j.core.spec.NetworkNotation;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.spec.Parameter;
import org.vgg4j.core.spec.Preprocessing;
import org.vgg4j.core.weights.NetworkManifest;
import org.vgg4j.core.weights.TensorFileWriter;

/** Real processes that evaluate, and real signals; dense blocks have some fourteen images. */
@Timeout(value = 5, unit = MINUTES)
class TerminatedEvaluationTests {
  private static final int CROP = 32;

  @TempDir private Path folder;

  @BeforeEach
  void writeWeights() {
    NetworkSpec network =
        NetworkNotation.parse("tiny conv3-4 | conv3-4 | fc-8 fc-classes").withClasses(10);
    TensorFileWriter writer =
        new TensorFileWriter(
            new NetworkManifest(network, CROP, Preprocessing.imageNet()).metadata());
    for (Parameter parameter : network.parameters(CROP)) {
      writer.floats(
          parameter.name(),
          parameter.shape(),
          () -> new Initialization.He().values(parameter, new Seed(1)));
    }
    writer.writeTo(folder.resolve("weights.safetensors"));
  }

  private Process start(Path out) throws IOException {
    ImmutableList<String> command =
        ImmutableList.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Vgg.class.getName(),
            "eval",
            folder.resolve("weights.safetensors").toString(),
            "--data",
            "generated:train=4,val=64",
            "--protocol",
            "multi-crop+dense|Q=700,800|grid=8x8|flip",
            "--threads",
            "1",
            "--out",
            out.toString());
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("TF_DETERMINISTIC_OPS", "1");
    builder.environment().put("TF_ENABLE_ONEDNN_OPTS", "1");
    return builder.redirectOutput(folder.resolve("log.txt").toFile()).start();
  }

  private static void awaitDenseBlock(int number, Path out, Process process) throws Exception {
    Path block =
        out.resolveSibling(out.getFileName() + ".blocks")
            .resolve("dense-00000" + number + ".safetensors");
    while (process.isAlive() && !Files.exists(block)) {
      process.waitFor(1, MILLISECONDS);
    }
  }

  @Test
  void aTerminatedOrKilledTestGoesOnToTheSameBits() throws Exception {
    Path whole = folder.resolve("whole.safetensors");
    assertThat(start(whole).waitFor()).isZero();
    Path stopped = folder.resolve("stopped.safetensors");
    Process first = start(stopped);
    awaitDenseBlock(0, stopped, first);
    first.destroy();
    assertThat(first.waitFor()).isEqualTo(143);
    assertThat(log()).contains("vgg: stopped; finished blocks are kept");
    Process second = start(stopped);
    awaitDenseBlock(2, stopped, second);
    second.destroyForcibly().waitFor();
    assertThat(start(stopped).waitFor()).isZero();
    assertThat(log()).contains("passes were done before");
    assertThat(stopped).hasSameBinaryContentAs(whole);
  }

  private String log() throws IOException {
    return Files.readString(folder.resolve("log.txt"));
  }
}
