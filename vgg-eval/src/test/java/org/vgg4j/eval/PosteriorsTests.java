package org.vgg4j.eval;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vgg4j.core.Problem;
import org.vgg4j.core.weights.TensorFile;
import org.vgg4j.core.weights.TensorFileWriter;

class PosteriorsTests {
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
  void arraysAreCopiedSoPosteriorsNeverChange() {
    float[] values = VALUES.clone();
    int[] labels = {1, 2};
    Posteriors posteriors = new Posteriors(IDS, labels, values, Map.of());
    values[0] = 9;
    labels[0] = 0;
    assertThat(posteriors.of(0, 0)).isEqualTo(0.25f);
    assertThat(posteriors.label(0)).isEqualTo(1);
  }

  @Test
  void theRankOfTheTruthCountsEqualsBeforeIt() {
    assertThat(posteriors(IDS, 1, 2).rankOfTruth(0)).isEqualTo(1);
    assertThat(posteriors(IDS, 1, 2).rankOfTruth(1)).isEqualTo(2);
    float[] equal = {0.5f, 0.5f};
    assertThat(new Posteriors(List.of("a"), new int[] {0}, equal, Map.of()).rankOfTruth(0))
        .isEqualTo(2);
  }

  @Test
  void posteriorsThatFitNoSplitAreRefused() {
    assertRefused("there are no images", () -> posteriors(List.of()));
    assertRefused("an image is there twice", () -> posteriors(List.of("a", "a"), 1, 2));
    assertRefused("1 labels, 2 ids", () -> posteriors(IDS, 1));
    assertRefused("label 3 of val/a/1.JPEG is not one of 3", () -> posteriors(IDS, 3, 0));
    assertRefused("label -1 of val/a/1.JPEG is not one", () -> posteriors(IDS, -1, 0));
    assertRefused(
        "do not fit", () -> new Posteriors(IDS, new int[] {0, 0}, new float[5], Map.of()));
  }

  @ParameterizedTest
  @ValueSource(floats = {0, 0.9f, 0.2502f, Float.NaN, Float.POSITIVE_INFINITY})
  void rowsThatDoNotSumToOneAreRefused(float first) {
    float[] values = VALUES.clone();
    values[0] = first;
    assertRefused(
        "posteriors of val/a/1.JPEG sum to",
        () -> new Posteriors(IDS, new int[] {1, 2}, values, Map.of()));
  }

  @Test
  void posteriorsBelowZeroAreRefused() {
    float[] values = {-0.5f, 1.5f};
    assertRefused(
        "a posterior of a is -0.5",
        () -> new Posteriors(List.of("a"), new int[] {0}, values, Map.of()));
  }

  @Test
  void whatMadeThemCannotTakeThePlaceOfTheIds() {
    assertRefused(
        "the key ids is taken",
        () -> new Posteriors(IDS, new int[] {1, 2}, VALUES, Map.of("ids", "mine")));
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
    assertUnsound(file, "its metadata lack ids");
  }

  private Path saved() {
    Path file = folder.resolve("a.safetensors");
    new Posteriors(IDS, new int[] {1, 2}, VALUES, MADE_FROM).save(file);
    return file;
  }

  private static Posteriors posteriors(List<String> ids, int... labels) {
    return new Posteriors(ids, labels, VALUES, Map.of());
  }

  private static void assertRefused(String message, Runnable construction) {
    assertThatThrownBy(construction::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  private static void assertUnsound(Path file, String message) {
    assertThatThrownBy(() -> Posteriors.load(file))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(message);
  }
}
