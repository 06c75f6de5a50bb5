package org.vgg4j.experiments.table;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row's result: what was trained, how it was tested, the errors and how sure they are, beside
 * the paper's. Errors are percentages of the validation images.
 *
 * @param network name of the network
 * @param trainScale train scale S in pixels
 * @param testScale test scale Q in pixels
 * @param protocol the test protocol, complete
 * @param top1 top-1 error; over several seeds the mean
 * @param top5 top-5 error; over several seeds the mean
 * @param interval 95% intervals of the errors
 * @param images images evaluated, each once per seed
 * @param seeds one result per seed
 * @param paper the paper's row, where it has one
 * @param run run directory of the first seed, relative to the output folder
 * @param seconds that training took, without the stages it starts from, over all seeds
 * @param deviations where the recipe differs from the paper's
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Cell(
    String network,
    String trainScale,
    String testScale,
    String protocol,
    double top1,
    double top5,
    Intervals interval,
    int images,
    List<SeedResult> seeds,
    @Nullable PaperRow paper,
    String run,
    double seconds,
    List<String> deviations) {

  /** 95% intervals: Wilson's for one seed, Student's over the seeds for several. */
  public record Intervals(Range top1, Range top5, String method) {}

  /** From low to high, in percent. */
  public record Range(double low, double high) {}

  /** One seed's result. */
  public record SeedResult(long seed, double top1, double top5, String run) {}

  /** The paper's row: its own sizes, its errors. */
  public record PaperRow(String trainScale, String testScale, double top1, double top5) {}
}
