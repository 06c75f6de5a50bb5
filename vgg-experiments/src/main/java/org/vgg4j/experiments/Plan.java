package org.vgg4j.experiments;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.Problem;
import org.vgg4j.core.spec.NetworkCatalogue;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.data.augment.ScaleRange;
import org.vgg4j.experiments.Experiment.Parent;
import org.vgg4j.experiments.Experiment.Row;
import org.vgg4j.experiments.Experiment.Training;

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
    Set<Stage> stages = new LinkedHashSet<>();
    for (Row row : experiment.rows()) {
      addWithParents(stageOf(row, seed), stages);
    }
    stages.forEach(Stage::check);
    return ImmutableList.copyOf(stages);
  }

  private static void addWithParents(Stage stage, Set<Stage> stages) {
    Stage parent = stage.parent();
    if (parent != null) {
      addWithParents(parent, stages);
    }
    stages.add(stage);
  }

  /**
   * The stage that trains a row's network.
   *
   * @throws Problem if the row starts from a network that no row trains, or from itself
   */
  public Stage stageOf(Row row, long seed) {
    return stage(row.network(), row.train(), seed, ImmutableList.of());
  }

  private Stage stage(String network, Training training, long seed, List<String> children) {
    String name = network + " at S=" + training.scale();
    if (children.contains(name)) {
      throw wrong(name + " starts from itself", "break the circle of from");
    }
    return new Stage(
        resolved(network),
        preset.scaled(ScaleRange.parse(training.scale())),
        parent(training.from(), seed, append(children, name)),
        preset.recipe(),
        data,
        seed);
  }

  private @Nullable Stage parent(@Nullable Parent from, long seed, List<String> children) {
    if (from == null) {
      return null;
    }
    for (Row row : experiment.rows()) {
      if (row.network().equals(from.network()) && row.train().scale().equals(from.scale())) {
        return stage(row.network(), row.train(), seed, children);
      }
    }
    throw wrong(
        children.get(children.size() - 1)
            + " starts from "
            + from.network()
            + " at S="
            + from.scale()
            + ", which no row trains",
        "add that row");
  }

  private NetworkSpec resolved(String network) {
    return preset.recipe().applyTo(networks.network(network)).withClasses(data.classes());
  }

  private Problem wrong(String what, String remedy) {
    return Problem.configuration("table " + experiment.table(), what, remedy);
  }

  private static List<String> append(List<String> names, String name) {
    return ImmutableList.<String>builder().addAll(names).add(name).build();
  }
}
