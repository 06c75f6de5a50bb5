package org.vgg4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vgg4j.core.Problem;
import org.vgg4j.core.StrictYaml;
import org.vgg4j.data.image.Filter;

class RecipeSourceTests {
  private static final Recipe SMOKE = Recipe.shipped("smoke");

  @TempDir private Path folder;

  @Test
  void aRecipeIsFoundByNameByFileAndInARunsFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("own.yaml"), StrictYaml.print(SMOKE));
    Files.writeString(
        folder.resolve("spec.yaml"), "network: A\nrecipe:\n" + indented(StrictYaml.print(SMOKE)));
    assertThat(RecipeSource.read("smoke")).isEqualTo(SMOKE);
    assertThat(RecipeSource.read(file.toString())).isEqualTo(SMOKE);
    assertThat(RecipeSource.read(folder.toString())).isEqualTo(SMOKE);
  }

  private static String indented(String yaml) {
    return yaml.replaceFirst("^---\\s*", "").replaceAll("(?m)^", "  ");
  }

  @Test
  void whatIsNeitherIsToldWithTheNearestName() {
    assertThatThrownBy(() -> RecipeSource.read("modrn"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("recipe modrn: is neither a shipped recipe nor a file")
        .hasMessageContaining("did you mean modern?");
    assertThatThrownBy(() -> RecipeSource.read(folder.resolve("none.yaml").toString()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("none.yaml: can't be read");
    assertThatThrownBy(() -> RecipeSource.read(folder.toString()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("holds no run");
  }

  @Test
  void filtersHaveInRecipesTheNamesThatTheyHaveElsewhere() {
    for (Filter filter : Filter.values()) {
      Recipe changed = RecipeSource.with(SMOKE, List.of("interpolation=" + filter));
      assertThat(changed.interpolation()).isEqualTo(filter);
      assertThat(StrictYaml.parse("print", StrictYaml.print(changed), Recipe.class))
          .isEqualTo(changed);
    }
    Recipe plain = RecipeSource.with(SMOKE, List.of("interpolation=plain_bilinear"));
    assertThat(plain.interpolation()).as("as recipes called it").isEqualTo(Filter.PLAIN_BILINEAR);
    assertThat(StrictYaml.print(plain)).contains("interpolation: \"plain-bilinear\"");
  }

  @Test
  void settingsChangeTheirKeysAlone() {
    Recipe changed =
        RecipeSource.with(
            SMOKE, List.of("training.patience=3", "width=1/8", "training.learningRate=2e-3"));
    assertThat(changed.width()).isEqualTo("1/8");
    assertThat(changed.training()).isEqualTo(new PlateauCourse(0.002, 10, 3, 3, 1512));
    assertThat(changed.fineTuning()).isEqualTo(SMOKE.fineTuning());
    assertThat(RecipeSource.with(SMOKE, List.of())).isEqualTo(SMOKE);
  }

  @Test
  void settingsThatHangTogetherAreCheckedTogether() {
    Recipe changed = RecipeSource.with(SMOKE, List.of("batch=4", "microBatch=2"));
    assertThat(changed.batch()).isEqualTo(4);
    assertThat(changed.microBatch()).isEqualTo(2);
  }

  @Test
  void anotherScheduleBringsItsOwnKeys() {
    Recipe cosine =
        RecipeSource.with(SMOKE, List.of("training.schedule=cosine", "training.warmUp=2"));
    assertThat(cosine.training()).isEqualTo(new CosineCourse(0.01, 2, 1512, null));
    Recipe step =
        RecipeSource.with(
            SMOKE,
            List.of(
                "fineTuning.schedule=step",
                "fineTuning.divisor=5",
                "fineTuning.dropsAt=[0.5, 30]",
                "fineTuning.trains=fc6 fc7 fc8"));
    assertThat(step.fineTuning())
        .isEqualTo(new StepCourse(0.001, 5, List.of(0.5, 30.0), 504, "fc6 fc7 fc8"));
    assertThat(RecipeSource.with(SMOKE, List.of("training.schedule=plateau"))).isEqualTo(SMOKE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "training.patiense=3 | unknown key training.patiense; did you mean patience?",
        "trainig.patience=3 | unknown key trainig; did you mean training?",
        "patience=3 | unknown key patience",
        "momentum=1 | momentum: must be in [0, 1), not 1.0",
        "momentum=high | momentum",
        "training.learningRate=-1 | learningRate: must be above 0",
        "batch=1.5 | batch",
        "microBatch=33 | microBatch: must be between 1 and batch (32), not 33",
        "pooling=sideways | pooling sideways is not known; allowed: ceil, floor",
        "training.schedule=cosin | cosin is not known; did you mean cosine?",
        "training.trains= | is no key=value",
        "crop | is no key=value",
        "=3 | is no key=value",
        "crop.x=3 | crop has no keys below it"
      })
  void aSettingThatIsNoneIsOneLineOfConfiguration(String setting, String message) {
    assertThatThrownBy(() -> RecipeSource.with(SMOKE, List.of(setting)))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.CONFIGURATION))
        .hasMessageContaining(message)
        .hasMessageNotContaining("\n");
  }
}
