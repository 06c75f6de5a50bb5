package org.vgg4j.experiments.cli;

import java.util.ArrayList;
import java.util.List;
import org.vgg4j.train.Recipe;
import org.vgg4j.train.RecipeSource;
import picocli.CommandLine.Option;

/** The option {@code --set}. */
final class SetOption {
  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "a key of the recipe set otherwise, such as training.patience=3; repeatable")
  private List<String> settings = new ArrayList<>();

  Recipe applyTo(Recipe recipe) {
    return RecipeSource.with(recipe, settings);
  }
}
