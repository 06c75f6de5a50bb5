package org.vgg4j.train;

import com.google.common.base.Splitter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vgg4j.core.KeyTree;
import org.vgg4j.core.Problem;
import org.vgg4j.core.Spelling;
import org.vgg4j.core.StrictYaml;

/**
 * A recipe as people ask for it: by the name of a shipped one, by a file, or by the folder of a
 * run, whose resolved recipe is meant; with some keys set otherwise.
 */
public final class RecipeSource {
  /** What every course has; the other keys belong to its schedule. */
  private static final List<String> KEYS_OF_EVERY_COURSE =
      List.of("learningRate", "iterations", "trains");

  private static final String SCHEDULE = ".schedule";

  private RecipeSource() {}

  /**
   * Reads a recipe.
   *
   * @param source {@code paper}, {@code mini.yaml}, or the folder of a run
   * @throws Problem if there is none or it is not sound
   */
  public static Recipe read(String source) {
    if (Recipe.NAMES.contains(source)) {
      return Recipe.shipped(source);
    }
    Path path = Path.of(source);
    if (Files.isDirectory(path)) {
      return ofRun(path);
    }
    if (Files.exists(path) || source.endsWith(".yaml") || source.endsWith(".yml")) {
      return Recipe.read(path);
    }
    throw Problem.configuration(
        "recipe " + source,
        "is neither a shipped recipe nor a file",
        Spelling.suggestion(source, Recipe.NAMES));
  }

  private static Recipe ofRun(Path folder) {
    Path file = folder.resolve("spec.yaml");
    return specOf(folder)
        .below("recipe")
        .orElseThrow(
            () ->
                Problem.configuration(
                    file.toString(), "holds no recipe", "name the folder of a run"))
        .bind(file + ": recipe", Recipe.class);
  }

  /** All that decided the result of a run, as its folder says. */
  public static KeyTree specOf(Path runDirectory) {
    Path file = runDirectory.resolve("spec.yaml");
    if (!Files.exists(file)) {
      throw Problem.configuration(
          runDirectory.toString(),
          "holds no run (there is no spec.yaml)",
          "name the folder of a run, such as OUT/runs/D-S256-seed1-0123abcd");
    }
    return KeyTree.read(file);
  }

  /**
   * A recipe with some keys set otherwise. Another {@code schedule} brings its own keys: those of
   * the former one go.
   *
   * @param settings such as {@code training.patience=3}; the last one counts
   * @throws Problem if one is no such pair, or the result is not sound
   */
  public static Recipe with(Recipe recipe, List<String> settings) {
    if (settings.isEmpty()) {
      return recipe;
    }
    KeyTree tree = KeyTree.of(recipe);
    for (String setting : settings) {
      tree = changed(tree, setting);
    }
    return tree.bind("--set " + String.join(" --set ", settings), Recipe.class);
  }

  private static KeyTree changed(KeyTree tree, String setting) {
    List<String> pair = Splitter.on('=').limit(2).trimResults().splitToList(setting);
    if (pair.size() < 2 || pair.get(0).isEmpty() || pair.get(1).isEmpty()) {
      throw Problem.configuration(
          "--set " + setting, "is no key=value", "write it like training.patience=3");
    }
    String key = pair.get(0);
    KeyTree other =
        key.endsWith(SCHEDULE) && !pair.get(1).equals(tree.flat().get(key))
            ? tree.keepOnly(
                key.substring(0, key.length() - SCHEDULE.length()), KEYS_OF_EVERY_COURSE)
            : tree;
    return other.with(key, pair.get(1));
  }

  /** A recipe as it can be read back. */
  public static String print(Recipe recipe) {
    return StrictYaml.print(recipe);
  }
}
