package org.vgg4j.experiments.cli;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import org.vgg4j.eval.ErrorRates;
import org.vgg4j.eval.Interval;
import org.vgg4j.eval.Posteriors;
import org.vgg4j.eval.statistics.Calibration;
import org.vgg4j.eval.statistics.ClassErrors;
import org.vgg4j.eval.statistics.ClassNames;
import org.vgg4j.eval.statistics.ConfusionMatrix;

/**
 * What {@code vgg metrics} tells of a store; errors are in percent.
 *
 * @param part which part of a split was evaluated; empty for the whole
 * @param errors over all images
 * @param expectedCalibrationError in points
 * @param overconfidence mean confidence minus accuracy, in points
 * @param hardest classes, the one with the highest top-1 error first
 * @param confusions wrong cells of the confusion matrix, the fullest first
 * @param calibration its bins
 */
record Metrics(
    String part,
    Errors errors,
    double expectedCalibrationError,
    double overconfidence,
    ImmutableList<ClassRow> hardest,
    ImmutableList<ConfusionRow> confusions,
    Calibration calibration) {

  Metrics {
    checkArgument(expectedCalibrationError >= 0, "an error is below 0");
  }

  /** Errors with Wilson's 95% intervals, all in percent of the images. */
  record Errors(
      int images,
      int wrong1,
      double top1,
      Interval top1Interval,
      int wrong5,
      double top5,
      Interval top5Interval) {
    static Errors of(ErrorRates rates) {
      return new Errors(
          rates.images(),
          rates.wrong1(),
          rates.top1(),
          rates.top1Interval(),
          rates.wrong5(),
          rates.top5(),
          rates.top5Interval());
    }
  }

  /** A class by name and its errors. */
  record ClassRow(String name, Errors errors) {}

  /** Images of one class, by name, that were taken for another. */
  record ConfusionRow(String truth, String chosen, int images, double percent, Interval interval) {}

  static Metrics of(Posteriors posteriors, int most, int bins) {
    ImmutableList<String> names = ClassNames.of(posteriors);
    Calibration calibration = Calibration.of(posteriors, bins);
    return new Metrics(
        posteriors.partial().orElse(""),
        Errors.of(ErrorRates.of(posteriors)),
        calibration.expectedError(),
        calibration.overconfidence(),
        hardest(posteriors, names, most),
        confusions(posteriors, names, most),
        calibration);
  }

  private static ImmutableList<ClassRow> hardest(
      Posteriors posteriors, ImmutableList<String> names, int most) {
    return ClassErrors.of(posteriors).stream()
        .sorted(Comparator.comparing((ClassErrors of) -> -of.errors().top1()))
        .limit(most)
        .map(of -> new ClassRow(names.get(of.label()), Errors.of(of.errors())))
        .collect(ImmutableList.toImmutableList());
  }

  private static ImmutableList<ConfusionRow> confusions(
      Posteriors posteriors, ImmutableList<String> names, int most) {
    return ConfusionMatrix.of(posteriors).mostConfused(most).stream()
        .map(
            of ->
                new ConfusionRow(
                    names.get(of.truth()),
                    names.get(of.chosen()),
                    of.images(),
                    of.percent(),
                    of.interval()))
        .collect(ImmutableList.toImmutableList());
  }
}
