package org.vgg4j.experiments.cli;

import java.util.Optional;
import org.vgg4j.experiments.table.Numbers;

/**
 * How long some work will take.
 *
 * @param work what, such as {@code 500 images}
 */
record TimeEstimate(String work, double seconds) {
  /** Seconds from which on people are told beforehand. */
  private static final double LONG_SECONDS = 60;

  /** What to tell people; empty where it is soon done. */
  Optional<String> remark() {
    return seconds > LONG_SECONDS
        ? Optional.of(work + " will take about " + Numbers.duration(seconds))
        : Optional.empty();
  }
}
