package org.vgg4j.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vgg4j.train.Recipe;
import org.vgg4j.train.RecipeSource;

class DeviationsTests {
  private static final Recipe PAPER = Recipe.shipped("paper");

  @Test
  void thePapersRecipeHasNone() {
    assertThat(Deviations.of(PAPER)).isEmpty();
    assertThat(Deviations.of(RecipeSource.with(PAPER, List.of("microBatch=64")))).isEmpty();
  }

  @Test
  void whatIsSetOtherwiseIsOne() {
    Recipe changed = RecipeSource.with(PAPER, List.of("training.patience=3", "batch=128"));
    assertThat(Deviations.of(changed))
        .containsExactly("batch 128 (paper: 256)", "training.patience 3 (paper: 5)");
  }

  @Test
  void anotherScheduleDeviatesInEveryKeyOfBoth() {
    Recipe cosine =
        RecipeSource.with(PAPER, List.of("training.schedule=cosine", "training.warmUp=5"));
    assertThat(Deviations.of(cosine))
        .contains(
            "training.schedule cosine (paper: plateau)",
            "training.warmUp 5 (paper: none)",
            "training.divisor none (paper: 10.0)");
  }

  @Test
  void theSmokeRecipesAreThoseOfTheReadme() {
    assertThat(Deviations.of(Recipe.shipped("smoke")))
        .containsExactly(
            "width 1/16 (paper: 1)",
            "crop 32 (paper: 224)",
            "pooling FLOOR (paper: CEIL)",
            "batch 32 (paper: 256)",
            "dropout 0.2 (paper: 0.5)",
            "initialization he (paper: gaussian 0.01)",
            "pixelScale 0.015625 (paper: 1.0)",
            "training.patience 10 (paper: 5)",
            "training.iterations 1512 (paper: 370000)",
            "fineTuning.drops 1 (paper: 3)",
            "fineTuning.patience 10 (paper: 5)",
            "fineTuning.iterations 504 (paper: 185000)");
  }
}
