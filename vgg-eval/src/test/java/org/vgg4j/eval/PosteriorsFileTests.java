package org.vgg4j.eval;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vgg4j.core.Problem;
import org.vgg4j.core.weights.TensorFile;
import org.vgg4j.core.weights.TensorFileWriter;

/** Posteriors on disk. */
class PosteriorsFileTests {
  private static final List<String> IDS = List.of("val/a/1.JPEG", "val/ä \"b\"/2.JPEG");
  private static final float[] VALUES = {0.25f, 0.75f, 0, 0.5f, 0.125f, 0.375f};
  private static final Map<String, String> MADE_FROM =
      Map.of("protocol", "dense|Q=256", "weights", "0123");

  @TempDir private Path folder;

  @Test
  void whatIsSavedLoadsBack() {
    Path file = saved();
    Posteriors loaded = Posteriors.load(file);
    assertThat(loaded.ids()).isEqualTo(IDS);
    assertThat(loaded.madeFrom()).isEqualTo(MADE_FROM);
    assertThat(loaded.images()).isEqualTo(2);
    assertThat(loaded.classes()).isEqualTo(3);
    for (int i = 0; i < VALUES.length; i++) {
      assertThat(loaded.of(i / 3, i % 3)).isEqualTo(VALUES[i]);
    }
    assertThat(loaded.label(0)).isEqualTo(1);
    assertThat(loaded.label(1)).isEqualTo(2);
  }

  @Test
  void theFileIsPlainSafetensorsForOtherSoftware() {
    TensorFile file = TensorFile.open(saved());
    assertThat(file.names()).containsExactly("labels", "posteriors");
    assertThat(file.shape("posteriors")).containsExactly(2, 3);
    assertThat(file.ints("labels")).containsExactly(1, 2);
    assertThat(file.metadata("ids")).isEqualTo("[\"val/a/1.JPEG\",\"val/ä \\\"b\\\"/2.JPEG\"]");
  }

  @Test
  void aDamagedFileIsNamed() throws IOException {
    Path file = saved();
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
    assertUnsound(file, "is not a sound safetensors file");
    Files.write(file, "no posteriors".getBytes(UTF_8));
    assertUnsound(file, "is not a sound safetensors file");
    Files.delete(file);
    assertUnsound(file, "can't be read (no such file)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[null,\"a\"]", "no JSON", "[\"a\"]", "[\"a\",\"a\"]", "{}"})
  void idsThatFitNoImagesAreNamedWithTheFile(String ids) {
    Path file = folder.resolve("other.safetensors");
    new TensorFileWriter(Map.of("ids", ids))
        .ints("labels", new int[] {1, 2})
        .floats("posteriors", List.of(2, 3), () -> VALUES)
        .writeTo(file);
    assertUnsound(file, "holds no sound posteriors");
  }

  @Test
  void aFileOfWeightsHoldsNoPosteriors() {
    Path file = folder.resolve("weights.safetensors");
    new TensorFileWriter(Map.of("network", "D")).ints("labels", new int[] {1}).writeTo(file);
    assertUnsound(file, "holds no posteriors, its metadata have no ids of images; give a file");
  }

  /** The size of ILSVRC's validation split; generous, as other work may run beside it. */
  @Test
  void fiftyThousandImagesOfAThousandClassesAreWrittenAndReadInSeconds() {
    int images = 50_000;
    float[] values = new float[images * 1000];
    Arrays.fill(values, 0.001f);
    List<String> ids = IntStream.range(0, images).mapToObj(i -> "val/" + i + ".JPEG").toList();
    Path file = folder.resolve("large.safetensors");
    assertTimeout(
        Duration.ofSeconds(20),
        () -> {
          Posteriors.takingOver(ids, new int[images], values, MADE_FROM).save(file);
          assertThat(Posteriors.load(file).of(images - 1, 999)).isEqualTo(0.001f);
        });
  }

  @Test
  void namesOfClassesAndPartsOfSplitsAreReadBack() {
    Posteriors posteriors =
        new Posteriors(
            IDS,
            new int[] {1, 2},
            VALUES,
            Map.of("classNames", "[\"cat\",\"dog\",\"owl\"]", "partial", "2 of 9 images"));
    assertThat(posteriors.classNames()).containsExactly("cat", "dog", "owl");
    assertThat(posteriors.partial()).contains("2 of 9 images");
    Posteriors whole = Posteriors.load(saved());
    assertThat(whole.classNames()).isEmpty();
    assertThat(whole.partial()).isEmpty();
  }

  private Path saved() {
    Path file = folder.resolve("a.safetensors");
    new Posteriors(IDS, new int[] {1, 2}, VALUES, MADE_FROM).save(file);
    return file;
  }

  private static void assertUnsound(Path file, String message) {
    assertThatThrownBy(() -> Posteriors.load(file))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(message);
  }
}
