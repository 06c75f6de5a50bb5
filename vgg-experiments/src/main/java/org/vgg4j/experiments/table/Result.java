package org.vgg4j.experiments.table;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.google.common.collect.ImmutableList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Our errors of a row and how sure they are, in percent of the validation images.
 *
 * @param top1 top-1 error; over several seeds the mean
 * @param top5 top-5 error; over several seeds the mean
 * @param interval 95% intervals of the errors
 * @param images images evaluated, each once per seed
 * @param ties letters: rows that share one do not differ significantly; empty where not compared
 * @param seeds one result per seed
 * @param parts the tests whose posteriors are averaged, of the first seed
 * @param seconds that training took, without the stages it starts from, over all seeds
 * @param deviations where the recipe differs from the paper's
 */
public record Result(
    double top1,
    double top5,
    Intervals interval,
    int images,
    String ties,
    List<SeedResult> seeds,
    List<Part> parts,
    double seconds,
    List<String> deviations) {
  public Result {
    seeds = ImmutableList.copyOf(seeds);
    parts = ImmutableList.copyOf(parts);
    deviations = ImmutableList.copyOf(deviations);
  }

  /** 95% intervals: Wilson's for one seed, Student's over the seeds for several. */
  public record Intervals(Range top1, Range top5, String method) {}

  /** From low to high, in percent. */
  public record Range(double low, double high) {}

  /** One seed's result. */
  public record SeedResult(long seed, double top1, double top5) {}

  /**
   * A test that a row is made of.
   *
   * @param network name of the network
   * @param trainScale train scale S in pixels
   * @param protocol the test protocol
   * @param weights the weights file, relative to the output folder where it lies there
   * @param posteriors the posteriors file, relative to the output folder
   * @param published the file that was given, where the network was not trained here
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Part(
      String network,
      String trainScale,
      String protocol,
      String weights,
      String posteriors,
      @Nullable Published published) {}

  /**
   * A file of weights that was given.
   *
   * @param file its name
   * @param sha256 its SHA-256
   * @param publisher who published it, where that is known and proved by a checksum
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Published(String file, String sha256, @Nullable String publisher) {

    /** The same for people. */
    public String text() {
      String from = publisher == null ? "nobody that is known here" : publisher;
      return "%s by %s, SHA-256 %s".formatted(file, from, sha256);
    }
  }

  Result withTies(String letters) {
    return new Result(top1, top5, interval, images, letters, seeds, parts, seconds, deviations);
  }
}
