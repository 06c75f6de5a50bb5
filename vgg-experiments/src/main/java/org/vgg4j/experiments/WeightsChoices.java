package org.vgg4j.experiments;

import com.google.common.collect.ImmutableList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vgg4j.core.Problem;
import org.vgg4j.core.Spelling;
import org.vgg4j.experiments.Row.Member;

/**
 * Which rows are filled from files of weights.
 *
 * @param choices a file each
 * @param only whether nothing is trained besides
 */
public record WeightsChoices(List<WeightsChoice> choices, boolean only) {
  private static final String NOT_TRAINED = "not trained: --weights-only";

  /**
   * @throws Problem if two files fill the same rows, or there are none to fill rows alone
   */
  public WeightsChoices {
    choices = ImmutableList.copyOf(choices);
    Set<String> trainings = new HashSet<>();
    for (WeightsChoice choice : choices) {
      if (!trainings.add(choice.training())) {
        throw Problem.configuration(
            choice.toString(), "fills rows that another file fills", "leave one of them out");
      }
    }
    if (only && choices.isEmpty()) {
      throw Problem.configuration(
          "--weights-only", "leaves nothing to test", "name weights: --weights D=D.safetensors");
    }
  }

  /** Every row is trained. */
  public static WeightsChoices none() {
    return new WeightsChoices(ImmutableList.of(), false);
  }

  /** The file that fills a test. */
  Optional<WeightsChoice> of(Member test) {
    return choices.stream().filter(choice -> choice.fills(test)).findFirst();
  }

  /** Whether a test is one of a network that is trained. */
  boolean isTrained(Member test) {
    return of(test).isEmpty();
  }

  /**
   * Checks that every file fills some row.
   *
   * @throws Problem at the first that fills none
   */
  void checkUsed(List<Experiment> experiments) {
    List<Member> tests =
        experiments.stream()
            .flatMap(experiment -> experiment.computed().stream())
            .flatMap(row -> row.tests().stream())
            .toList();
    for (WeightsChoice choice : choices) {
      if (tests.stream().noneMatch(choice::fills)) {
        List<String> known =
            tests.stream()
                .filter(test -> test.train().changes().isEmpty())
                .map(Member::training)
                .distinct()
                .toList();
        throw Problem.configuration(
            choice.toString(),
            "no row that is asked for has the training " + choice.training(),
            Spelling.suggestion(choice.training(), known));
      }
    }
  }

  /**
   * The experiment as it can be filled: where nothing is trained, the rows that would need it only
   * have the paper's numbers, and claims that need them are left out.
   */
  Experiment fillable(Experiment experiment) {
    return only
        ? new Experiment(
            experiment.table(),
            experiment.caption(),
            experiment.stagesOf(),
            experiment.rows().stream().map(this::fillable).toList(),
            experiment.claimed().stream().filter(c -> isFillable(c, experiment)).toList(),
            experiment.others())
        : experiment;
  }

  /** What to tell people of claims that are left out; empty where none is. */
  Optional<String> remark(Experiment experiment) {
    int left = experiment.claimed().size() - fillable(experiment).claimed().size();
    return left == 0
        ? Optional.empty()
        : Optional.of(
            "%s: %d of %d claims are left out, as they need networks that are %s"
                .formatted(experiment.name(), left, experiment.claimed().size(), NOT_TRAINED));
  }

  private Row fillable(Row row) {
    return isFillable(row)
        ? row
        : new Row(row.label(), null, null, null, null, NOT_TRAINED, row.paper());
  }

  private boolean isFillable(Claim claim, Experiment experiment) {
    return claim.rows().stream().allMatch(row -> isFillable(experiment.rowOf(row)));
  }

  private boolean isFillable(Row row) {
    return row.cited() != null || row.tests().stream().noneMatch(this::isTrained);
  }
}
