package org.vgg4j.eval;

import java.util.Arrays;
import java.util.Optional;

/**
 * Notices a network that is right no more often than chance: mostly its scores and the data's
 * labels stand for other classes.
 */
public final class LabelCheck {
  /** With fewer images of a class, the best names for scores fit by chance. */
  private static final int IMAGES_PER_CLASS = 10;

  private final Posteriors posteriors;

  private LabelCheck(Posteriors posteriors) {
    this.posteriors = posteriors;
  }

  /** What to tell people, in one line; empty if the network is better than chance or few images. */
  public static Optional<String> of(Posteriors posteriors) {
    return new LabelCheck(posteriors).suspicion();
  }

  private Optional<String> suspicion() {
    double chance = 100.0 / posteriors.classes();
    Interval error = ErrorRates.of(posteriors).top1Interval();
    double least = 100 - error.high();
    double most = 100 - error.low();
    if (least > chance || most > 1.5 * chance + 5) {
      return Optional.empty();
    }
    return Optional.of(
        "labels are probably permuted: as often right as by chance%s; compare the order of the"
                .formatted(relabelled())
            + " network's classes with that of the data (vgg data inspect), for instance class 0, "
            + (posteriors.classNames().isEmpty() ? "here" : posteriors.classNames().get(0))
            + "; an untrained network looks the same");
  }

  /** How often the network is right if every predicted class is named after what it is mostly. */
  private String relabelled() {
    int classes = posteriors.classes();
    if (posteriors.images() < IMAGES_PER_CLASS * classes) {
      return "";
    }
    int[][] counts = new int[classes][classes];
    for (int image = 0; image < posteriors.images(); image++) {
      counts[posteriors.likeliest(image)][posteriors.label(image)]++;
    }
    int right = Arrays.stream(counts).mapToInt(row -> Arrays.stream(row).max().orElse(0)).sum();
    return " (%.0f%% if every predicted class had the label it mostly meets)"
        .formatted(100.0 * right / posteriors.images());
  }
}
