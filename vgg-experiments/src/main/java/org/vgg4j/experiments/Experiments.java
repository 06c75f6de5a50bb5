package org.vgg4j.experiments;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.List;
import org.vgg4j.core.Problem;
import org.vgg4j.core.Spelling;
import org.vgg4j.core.StrictYaml;
import org.vgg4j.core.spec.NetworkCatalogue;

/** Where experiments come from: those that the program ships, and files. */
public final class Experiments {
  /** The shipped experiments that networks are trained for. */
  public static final ImmutableList<String> NAMES =
      ImmutableList.of(
          "table3",
          "table4",
          "table5",
          "table6",
          "table7",
          "shallow",
          "initialisation",
          "batch-norm",
          "receptive-field",
          "scale-gap");

  private Experiments() {}

  /**
   * An experiment by its name or its file.
   *
   * @throws Problem if there is none, or it is not sound
   */
  public static Experiment named(String source) {
    if (NAMES.contains(source)) {
      return StrictYaml.shipped(Experiment.class, "tables/" + source + ".yaml", Experiment.class);
    }
    if (source.endsWith(".yaml") || source.endsWith(".yml")) {
      return ExperimentFile.read(Path.of(source));
    }
    throw Problem.configuration(
        source, "is no experiment", Spelling.suggestion(source, NAMES) + ", or a YAML file");
  }

  /**
   * An experiment that these networks and that preset can run.
   *
   * @throws Problem if there is none, or for the first thing that is wrong with its file, with all
   *     others as suppressed ones
   */
  public static Experiment named(String source, NetworkCatalogue networks, Preset preset) {
    Experiment experiment = named(source);
    if (!NAMES.contains(source)) {
      List<Problem> faults = ExperimentCheck.faults(Path.of(source), experiment, networks, preset);
      if (!faults.isEmpty()) {
        throw Problem.together(faults);
      }
    }
    return experiment;
  }

  /**
   * Only some rows of an experiment, and what is claimed of them alone. They may still start from
   * the others.
   *
   * @throws Problem if there is no row of one of the labels
   */
  public static Experiment only(Experiment experiment, List<String> labels) {
    for (String label : labels) {
      if (experiment.rows().stream().noneMatch(row -> row.label().equals(label))) {
        throw Problem.configuration(
            experiment.name(), "has no row " + label, experiment.suggestion(label));
      }
    }
    return new Experiment(
        experiment.table(),
        experiment.caption(),
        stagesOf(experiment),
        experiment.rows().stream().filter(row -> labels.contains(row.label())).toList(),
        experiment.claimed().stream()
            .filter(
                claim ->
                    claim.rows().stream()
                        .allMatch(row -> !experiment.isOwn(row) || labels.contains(row)))
            .toList());
  }

  private static ImmutableList<String> stagesOf(Experiment experiment) {
    ImmutableList.Builder<String> others = ImmutableList.builder();
    List<String> named = experiment.stagesOf();
    others.addAll(named == null ? ImmutableList.of() : named);
    if (NAMES.contains(experiment.name())) {
      others.add(experiment.name());
    }
    return others.build();
  }
}
