package org.vgg4j.experiments.cli;

import static java.util.stream.Collectors.joining;

import com.google.errorprone.annotations.MustBeClosed;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.graph.Device;
import org.vgg4j.data.DataSource;
import org.vgg4j.data.OnBadImage;
import org.vgg4j.data.Reading;
import org.vgg4j.data.Resources;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which data set a command looks at, and with how many threads. */
final class DatasetOptions {
  @Parameters(paramLabel = "DIR", description = "the place of a data set, or generated")
  private String location = "";

  @Option(
      names = "--threads",
      defaultValue = "0",
      description = "images to work on at once (default: as many as there are processors)")
  private int threads;

  @Option(
      names = "--cache",
      paramLabel = "CACHE",
      description = "folder where to keep what is known of the data set; not among the data")
  private @Nullable Path cache;

  @Mixin private ReadingOptions reading = new ReadingOptions();

  String location() {
    return location;
  }

  int threads() {
    return threads > 0 ? threads : Device.cpu().threads();
  }

  Optional<Path> cache() {
    return Optional.ofNullable(cache);
  }

  Reading reading() {
    return reading.reading();
  }

  /** A line for each image that {@code --on-bad-image skip} left out. */
  static String skipped(List<String> ids) {
    return ids.stream().map(id -> "left out, can't be decoded: " + id + "\n").collect(joining());
  }

  /** Opens the data set as the options say. */
  @MustBeClosed
  DataSource open() {
    return open(reading());
  }

  /** Opens the data set with every image, whether it can be decoded or not. */
  @MustBeClosed
  DataSource openWhole() {
    Reading asked = reading();
    return open(new Reading(asked.layout(), asked.decoding(), OnBadImage.FAIL));
  }

  @MustBeClosed
  private DataSource open(Reading how) {
    return DataSource.open(location, how, new Resources(threads(), 0, cache()));
  }
}
