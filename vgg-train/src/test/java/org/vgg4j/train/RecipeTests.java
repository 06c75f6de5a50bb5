package org.vgg4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.math.LongMath;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vgg4j.core.Problem;
import org.vgg4j.core.StrictYaml;
import org.vgg4j.core.graph.Initialization;
import org.vgg4j.core.graph.Precision;
import org.vgg4j.core.graph.Sgd;
import org.vgg4j.core.graph.Sgd.Decays;
import org.vgg4j.core.graph.Sgd.Style;
import org.vgg4j.core.spec.NetworkCatalogue;
import org.vgg4j.core.spec.NetworkNotation;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.spec.Rounding;
import org.vgg4j.data.image.Filter;

class RecipeTests {
  private static final Recipe PAPER = Recipe.shipped("paper");

  /** The courses are tested as a whole, by their own keys. */
  private static final Set<String> OPTIONAL =
      Set.of("threshold", "cooldown", "trains", "training", "fineTuning");

  @Test
  void thePaperRecipeIsSection31() {
    assertThat(PAPER.width()).isEqualTo("1");
    assertThat(PAPER.crop()).isEqualTo(224);
    assertThat(PAPER.batch()).isEqualTo(256);
    assertThat(PAPER.sgd()).isEqualTo(new Sgd(0.9, Style.CAFFE, 5e-4, Decays.WEIGHTS));
    assertThat(PAPER.start()).isEqualTo(new Initialization.Gaussian(0.01));
    assertThat(PAPER.pixelScale()).isEqualTo(1);
    assertThat(PAPER.colourShift()).isEqualTo(0.1);
  }

  @Test
  void thePaperRateStartsAtAHundredthAndDropsThriceToATenth() {
    assertThat(PAPER.training()).isEqualTo(new PlateauCourse(1e-2, 10, 3, 5, 370_000));
    assertThat(PAPER.fineTuning()).isEqualTo(new PlateauCourse(1e-3, 10, 3, 5, 185_000));
  }

  @Test
  void thePaperEpochsAreItsIterations() {
    long trainingImages = 1_281_167;
    int steps = (int) LongMath.divide(trainingImages, PAPER.batch(), RoundingMode.CEILING);
    assertThat(PAPER.training().iterations()).isEqualTo(370_000);
    assertThat(PAPER.training().over(steps).epochs()).isEqualTo(74);
  }

  @Test
  void aSmallDataSetIsGoneThroughMoreOftenAndAtLeastOnce() {
    Course course = new PlateauCourse(0.01, 10, 3, 5, 100);
    assertThat(course.over(10).epochs()).isEqualTo(10);
    assertThat(course.over(40).epochs()).isEqualTo(3);
    assertThat(course.over(1000).epochs()).isEqualTo(1);
  }

  @Test
  void aNetworkGetsTheRecipesWidthDropoutAndPooling() {
    NetworkSpec d = NetworkCatalogue.shipped().network("D");
    assertThat(PAPER.applyTo(d)).isEqualTo(d);
    assertThat(NetworkNotation.print(Recipe.shipped("smoke").applyTo(d)))
        .startsWith("D conv3-4 x2 pool2/2-floor conv3-8 x2")
        .endsWith("fc-256 drop0.2 fc-256 drop0.2 fc-classes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"paper", "mini", "smoke", "modern"})
  void everyShippedRecipeLoadsAndPrintsAsItReads(String name) {
    Recipe recipe = Recipe.shipped(name);
    assertThat(parse(StrictYaml.print(recipe))).isEqualTo(recipe);
  }

  @Test
  void everyKeyReachesItsOwnValue(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("own.yaml");
    Files.writeString(
        file,
        """
        width: 1/3
        crop: 11
        pooling: floor
        batch: 22
        microBatch: 7
        precision: bfloat16
        momentum: 0.25
        momentumStyle: torch
        weightDecay: 0.125
        weightDecayOn: all
        dropout: 0.3
        initialization: glorot
        pixelScale: 0.5
        interpolation: bicubic
        colourShift: 0.2
        training:
          schedule: plateau
          learningRate: 0.75
          divisor: 3
          drops: 4
          patience: 5
          threshold: 0.25
          cooldown: 2
          iterations: 6
          trains: fc6 fc7
        fineTuning: {schedule: cosine, learningRate: 0.375, warmUp: 2, iterations: 9}
        """);
    assertThat(Recipe.read(file))
        .isEqualTo(
            new Recipe(
                "1/3",
                11,
                Rounding.FLOOR,
                22,
                7,
                Precision.BFLOAT16,
                0.25,
                Style.TORCH,
                0.125,
                Decays.ALL,
                0.3,
                "glorot",
                0.5,
                Filter.BICUBIC,
                0.2,
                new PlateauCourse(0.75, 3, 4, 5, 0.25, 2, 6, "fc6 fc7"),
                new CosineCourse(0.375, 2, 9, null)));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void aMissingKeyIsNamed(String key) {
    String yaml = StrictYaml.print(PAPER).replaceFirst("(?m)^ *" + key + ": .*\\n", "");
    assertRefused(yaml, "missing key", key);
  }

  static Stream<String> keys() {
    return Stream.concat(
        Stream.of("schedule"),
        Stream.of(Recipe.class, PlateauCourse.class)
            .flatMap(type -> Stream.of(type.getRecordComponents()))
            .map(RecordComponent::getName)
            .filter(key -> !OPTIONAL.contains(key)));
  }

  @ParameterizedTest
  @CsvSource({
    "width, 0",
    "width, wide",
    "crop, 0",
    "batch, 0",
    "microBatch, 0",
    "microBatch, 257",
    "momentum, -0.1",
    "momentum, 1",
    "momentumStyle, adam",
    "weightDecay, -0.0001",
    "weightDecayOn, nothing",
    "initialization, uniform",
    "initialization, he 3",
    "initialization, gaussian NaN",
    "initialization, gaussian 0",
    "learningRate, .inf",
    "divisor, .inf",
    "weightDecay, .inf",
    "pixelScale, .nan",
    "pixelScale, 0",
    "interpolation, nearest",
    "colourShift, -0.1",
    "colourShift, .inf",
    "learningRate, 0",
    "divisor, 1",
    "drops, -1",
    "patience, 0",
    "iterations, 0",
    "schedule, platau",
    "threshold, -1",
    "threshold, 100",
    "cooldown, -1",
    "cooldown, 0.5",
    "trains, ''",
    "dropout, 1",
    "pooling, sideways"
  })
  void aValueOutOfBoundsIsRefusedByItsKey(String key, String value) {
    String yaml =
        StrictYaml.print(PAPER).replaceFirst("(?m)^( *)" + key + ": .*", "$1" + key + ": " + value);
    assertRefused(yaml, key, key);
  }

  @Test
  void anUnknownKeyIsRefusedWithTheNearestOne() {
    assertRefused(StrictYaml.print(PAPER) + "bacth: 3\n", "unknown key bacth", "batch");
  }

  private static void assertRefused(String yaml, String first, String second) {
    assertThatThrownBy(() -> parse(yaml))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.CONFIGURATION))
        .hasMessageContaining(first)
        .hasMessageContaining(second);
  }

  private static Recipe parse(String yaml) {
    return StrictYaml.parse("recipe.yaml", yaml, Recipe.class);
  }
}
