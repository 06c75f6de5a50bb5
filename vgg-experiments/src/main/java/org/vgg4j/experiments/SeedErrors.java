package org.vgg4j.experiments;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.function.Function;
import org.vgg4j.eval.ErrorRates;
import org.vgg4j.eval.Interval;
import org.vgg4j.eval.SeedStatistics;
import org.vgg4j.experiments.table.Result.Intervals;
import org.vgg4j.experiments.table.Result.Range;

/**
 * The errors of a row over its seeds, as tables tell them.
 *
 * @param errors one a seed, at least one
 */
public record SeedErrors(List<ErrorRates> errors) {
  private static final String WILSON = "Wilson's 95% score interval over the images";
  private static final String STUDENT = "Student's 95% interval of the mean over the seeds";

  public SeedErrors {
    errors = ImmutableList.copyOf(errors);
  }

  /** Top-1 error in percent; over several seeds the mean. */
  public double top1() {
    return over(ErrorRates::top1).mean();
  }

  /** Top-5 error in percent; over several seeds the mean. */
  public double top5() {
    return over(ErrorRates::top5).mean();
  }

  /** Images evaluated, each once per seed. */
  public int images() {
    return errors.get(0).images();
  }

  /** 95% intervals of both. */
  public Intervals intervals() {
    ErrorRates first = errors.get(0);
    return errors.size() == 1
        ? new Intervals(range(first.top1Interval()), range(first.top5Interval()), WILSON)
        : new Intervals(
            range(over(ErrorRates::top1).interval()),
            range(over(ErrorRates::top5).interval()),
            STUDENT);
  }

  private SeedStatistics over(Function<ErrorRates, Double> which) {
    return SeedStatistics.of(errors.stream().map(which).toList());
  }

  private static Range range(Interval interval) {
    return new Range(interval.low(), interval.high());
  }
}
