package org.vgg4j.experiments;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.Problem;
import org.vgg4j.core.spec.NetworkCatalogue;
import org.vgg4j.data.augment.ScaleRange;
import org.vgg4j.experiments.Row.Member;
import org.vgg4j.experiments.Training.Parent;
import org.vgg4j.train.Recipe;
import org.vgg4j.train.RecipeSource;

/**
 * An experiment resolved for a preset and a data set: the stages of every row, each parent before
 * its children and each stage once, however many rows need it.
 */
public final class Plan {
  private final Experiment experiment;
  private final Preset preset;
  private final NetworkCatalogue networks;
  private final DataIdentity data;

  /** Resolves nothing yet. */
  public Plan(Experiment experiment, Preset preset, NetworkCatalogue networks, DataIdentity data) {
    this.experiment = experiment;
    this.preset = preset;
    this.networks = networks;
    this.data = data;
  }

  /**
   * Every stage that the rows need for a seed, in the order in which they can run.
   *
   * @throws Problem if one can't be trained as its recipe says
   */
  public List<Stage> stages(long seed) {
    return stages(seed, test -> true);
  }

  /** The same for the tests of networks that are trained, and not filled otherwise. */
  List<Stage> stages(long seed, Predicate<Member> trained) {
    Set<Stage> stages = new LinkedHashSet<>();
    for (Row row : experiment.computed()) {
      row.tests().stream()
          .filter(trained)
          .forEach(test -> addWithParents(stageOf(test, seed), stages));
    }
    stages.forEach(Stage::check);
    return ImmutableList.copyOf(stages);
  }

  /** The train scale of a test's network, as the paper has it. */
  static ScaleRange scaleOf(Member test) {
    return ScaleRange.parse(test.train().scale());
  }

  private static void addWithParents(Stage stage, Set<Stage> stages) {
    Stage parent = stage.parent();
    if (parent != null) {
      addWithParents(parent, stages);
    }
    stages.add(stage);
  }

  /**
   * The stage that trains the network of a test.
   *
   * @throws Problem if it starts from a network that no row trains, or from itself
   */
  public Stage stageOf(Member test, long seed) {
    return stage(test.network(), test.train(), seed, ImmutableList.of());
  }

  private Stage stage(String network, Training training, long seed, List<String> children) {
    String name = network + " at S=" + training.scale();
    if (children.contains(name)) {
      throw wrong(name + " starts from itself", "break the circle of from");
    }
    Recipe recipe = recipeOf(training);
    return new Stage(
        recipe.applyTo(networks.network(network)).withClasses(data.classes()),
        preset.scaled(ScaleRange.parse(training.scale())),
        parent(training.from(), seed, append(children, name)),
        recipe,
        data,
        seed);
  }

  /**
   * The preset's recipe as a training has it.
   *
   * @throws Problem if it sets a key that there is not, or to a wrong value
   */
  Recipe recipeOf(Training training) {
    List<String> settings =
        training.changes().entrySet().stream().map(Plan::setting).sorted().toList();
    return RecipeSource.with(preset.recipe(), settings);
  }

  private static String setting(Map.Entry<String, String> entry) {
    return entry.getKey() + "=" + entry.getValue();
  }

  private @Nullable Stage parent(@Nullable Parent from, long seed, List<String> children) {
    if (from == null) {
      return null;
    }
    return experiment.trainings().stream()
        .filter(test -> test.network().equals(from.network()))
        .filter(test -> test.train().scale().equals(from.scale()))
        .filter(test -> test.train().changes().isEmpty())
        .findFirst()
        .map(test -> stage(test.network(), test.train(), seed, children))
        .orElseThrow(() -> untrained(from, children.get(children.size() - 1)));
  }

  private Problem untrained(Parent from, String child) {
    return wrong(
        "%s starts from %s at S=%s, which no row trains"
            .formatted(child, from.network(), from.scale()),
        "add that row, or the table that has it to stagesOf");
  }

  private Problem wrong(String what, String remedy) {
    return Problem.configuration(experiment.name(), what, remedy);
  }

  private static List<String> append(List<String> names, String name) {
    return ImmutableList.<String>builder().addAll(names).add(name).build();
  }
}
