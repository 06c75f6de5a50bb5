package org.vgg4j.experiments;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vgg4j.core.Problem;
import org.vgg4j.core.Spelling;
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
      return ExperimentFile.shipped("tables/" + source + ".yaml");
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
   * Checks that no experiment's results would be written over another's.
   *
   * @throws Problem if two have one name
   */
  public static void checkNames(List<Experiment> experiments) {
    Set<String> names = new HashSet<>();
    for (Experiment experiment : experiments) {
      if (!names.add(experiment.name())) {
        throw Problem.configuration(
            experiment.name(), "is the name of two tables", "give each of them its own");
      }
    }
  }
}
