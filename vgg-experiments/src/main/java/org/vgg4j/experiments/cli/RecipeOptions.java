package org.vgg4j.experiments.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.vgg4j.experiments.Preset;
import org.vgg4j.train.RecipeSource;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** At which size and by which recipe to train. */
final class RecipeOptions {
  @Option(
      names = "--preset",
      completionCandidates = Candidates.Presets.class,
      description = "smoke, mini or paper: sizes and recipe (default: the recipe's, else smoke)")
  private @Nullable String preset;

  @Option(
      names = "--recipe",
      paramLabel = "NAME|FILE",
      description = "recipe in place of the preset's: smoke, mini, paper, modern, or a YAML file")
  private @Nullable String recipe;

  @Mixin private SetOption set = new SetOption();

  /** Sizes and resolved recipe; without a preset, the sizes follow the recipe's crop. */
  Preset preset() {
    Preset chosen = chosen();
    return chosen.withRecipe(set.applyTo(chosen.recipe()));
  }

  private Preset chosen() {
    if (recipe == null) {
      return Preset.named(preset == null ? "smoke" : preset);
    }
    if (preset != null) {
      return Preset.named(preset).withRecipe(RecipeSource.read(recipe));
    }
    return Preset.exists(recipe)
        ? Preset.named(recipe)
        : Preset.of(String.valueOf(Path.of(recipe).getFileName()), RecipeSource.read(recipe));
  }
}
