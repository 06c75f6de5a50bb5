package org.vgg4j.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vgg4j.core.weights.TensorFileWriter;
import org.vgg4j.train.RunDirectory;

/** {@code vgg weights}, from outside. */
class WeightsCommandTests {
  @TempDir private Path folder;

  private final Terminal terminal = new Terminal();

  private Path write(Path path, float... values) {
    new TensorFileWriter(Map.of())
        .floats("conv1_1/weights", List.of(values.length), () -> values)
        .writeTo(path);
    return path;
  }

  private int diff(Path first, Path second) {
    return terminal.vgg("weights", "diff", first.toString(), second.toString());
  }

  @Test
  void equalWeightsAreIdentical() {
    Path first = write(folder.resolve("a.safetensors"), 1, 2);
    assertThat(diff(first, write(folder.resolve("b.safetensors"), 1, 2))).isZero();
    assertThat(terminal.out()).isEqualToNormalizingNewlines("identical\n");
  }

  @Test
  void equalWeightsForOtherPixelsAreRemarked() {
    Path first = writeForMean("a.safetensors", "1 2 3");
    assertThat(diff(first, writeForMean("b.safetensors", "3 2 1"))).isZero();
    assertThat(terminal.out()).isEqualToNormalizingNewlines("identical\n");
    assertThat(terminal.err()).isEqualToNormalizingNewlines("the metadata differ in mean\n");
  }

  private Path writeForMean(String name, String mean) {
    Path path = folder.resolve(name);
    new TensorFileWriter(Map.of("mean", mean, "run", name))
        .floats("conv1_1/weights", List.of(1), () -> new float[1])
        .writeTo(path);
    return path;
  }

  @Test
  void aDifferenceEndsInExitCode1AndIsDescribed() {
    Path first = write(folder.resolve("a.safetensors"), 1, 0.1f);
    assertThat(diff(first, write(folder.resolve("b.safetensors"), 1, 0.35f))).isEqualTo(1);
    assertThat(terminal.out())
        .isEqualToNormalizingNewlines(
            """
            first difference    conv1_1/weights [1]: 0.1 and 0.35
            largest difference  0.25
            mean difference     0.125
            differing tensors   1 of 1
            """);
  }

  @Test
  void aTensorOfAnotherShapeIsNamed() {
    Path first = write(folder.resolve("a.safetensors"), 1);
    assertThat(diff(first, write(folder.resolve("b.safetensors"), 1, 2))).isEqualTo(1);
    assertThat(terminal.out()).contains("of other shapes     conv1_1/weights F32 [1] and F32 [2]");
  }

  @Test
  void aRunStandsForItsWeightsAndBeforeItHasThemForItsLastCheckpoint() {
    Path run = folder.resolve("run");
    Path file = write(folder.resolve("a.safetensors"), 3);
    write(new RunDirectory(run).checkpoint(), 3);
    assertThat(diff(run, file)).isZero();
    write(new RunDirectory(run).weights(), 4);
    assertThat(diff(run, file)).isEqualTo(1);
  }

  @Test
  void aFolderThatIsNoRunEndsInExitCode3() {
    assertThat(diff(folder, folder)).isEqualTo(3);
    assertThat(terminal.err()).startsWith("vgg: " + folder + ": holds neither weights");
  }

  @Test
  void aFileThatIsMissingOrDamagedEndsInExitCode3() throws IOException {
    Path file = write(folder.resolve("a.safetensors"), 1);
    assertThat(diff(file, folder.resolve("none"))).isEqualTo(3);
    assertThat(terminal.err()).contains("none: can't be read (no such file)");
    Path damaged = Files.writeString(folder.resolve("b.safetensors"), "nothing of the kind");
    assertThat(diff(file, damaged)).isEqualTo(3);
    assertThat(terminal.err()).contains("is not a sound safetensors file");
  }
}
