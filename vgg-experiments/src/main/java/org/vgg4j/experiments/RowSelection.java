package org.vgg4j.experiments;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vgg4j.core.Problem;
import org.vgg4j.core.Spelling;

/** Some rows of experiments, and what is claimed of them alone. */
public record RowSelection(List<String> labels) {
  public RowSelection {
    labels = ImmutableList.copyOf(labels);
  }

  /**
   * The experiments that have such rows, with no others; these may still start from the trainings
   * of those that are left out.
   *
   * @throws Problem if no experiment has a row of one of the labels
   */
  public List<Experiment> of(List<Experiment> experiments) {
    for (String label : labels) {
      if (experiments.stream().noneMatch(experiment -> hasRow(experiment, label))) {
        throw unknown(experiments, label);
      }
    }
    return experiments.stream().filter(this::hasSome).map(this::narrowed).toList();
  }

  private static Problem unknown(List<Experiment> experiments, String label) {
    List<String> known =
        experiments.stream()
            .flatMap(experiment -> experiment.rows().stream())
            .map(Row::label)
            .distinct()
            .toList();
    return Problem.configuration(
        experiments.stream().map(Experiment::name).collect(Collectors.joining(", ")),
        "has no row " + label,
        Spelling.suggestion(label, known));
  }

  private boolean hasSome(Experiment experiment) {
    return labels.stream().anyMatch(label -> hasRow(experiment, label));
  }

  private static boolean hasRow(Experiment experiment, String label) {
    return experiment.rows().stream().anyMatch(row -> row.label().equals(label));
  }

  private Experiment narrowed(Experiment experiment) {
    return new Experiment(
        experiment.table(),
        experiment.caption(),
        experiment.stagesOf(),
        experiment.rows().stream().filter(row -> labels.contains(row.label())).toList(),
        experiment.claimed().stream().filter(claim -> isWithin(experiment, claim)).toList(),
        others(experiment));
  }

  private List<Row> others(Experiment experiment) {
    return Stream.concat(
            experiment.rows().stream().filter(row -> !labels.contains(row.label())),
            experiment.others().stream())
        .toList();
  }

  private boolean isWithin(Experiment experiment, Claim claim) {
    return claim.rows().stream().allMatch(row -> !experiment.isOwn(row) || labels.contains(row));
  }
}
