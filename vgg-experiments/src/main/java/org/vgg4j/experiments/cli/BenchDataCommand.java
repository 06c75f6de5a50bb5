package org.vgg4j.experiments.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.vgg4j.core.graph.Device;
import org.vgg4j.data.DataSource;
import org.vgg4j.data.Resources;
import org.vgg4j.data.augment.Augmentation;
import org.vgg4j.data.augment.ColourShift;
import org.vgg4j.data.augment.ScaleRange;
import org.vgg4j.data.image.Filter;
import org.vgg4j.data.statistics.PrincipalComponents;
import org.vgg4j.experiments.bench.DataBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vgg bench data}. */
@Command(
    name = "data",
    description = "The way from image files to what a first layer sees, without a network.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  vgg bench data --data imagenet --scale 256..512 --crop 224"})
final class BenchDataCommand implements Callable<Integer> {
  @Option(names = "--data", required = true, description = "the place of a data set")
  private String data = "";

  @Option(
      names = "--scale",
      defaultValue = "256",
      description = "smallest side S, or a range (default: ${DEFAULT-VALUE})")
  private String scale = "256";

  @Option(
      names = "--crop",
      defaultValue = "224",
      description = "side of the crops in pixels (default: ${DEFAULT-VALUE})")
  private int crop;

  @Option(
      names = "--batch",
      defaultValue = "64",
      description = "images in a batch (default: ${DEFAULT-VALUE})")
  private int batch;

  @Option(
      names = "--seconds",
      defaultValue = "10",
      description = "how long to measure, after a warm-up (default: ${DEFAULT-VALUE})")
  private double seconds;

  @Option(
      names = "--interpolation",
      defaultValue = "bilinear",
      description = "bilinear, bicubic or plain-bilinear (default: ${DEFAULT-VALUE})")
  private String interpolation = "bilinear";

  @Option(names = "--json", description = "print one JSON object")
  private boolean json;

  @Mixin private ReadingOptions reading = new ReadingOptions();
  @Mixin private DeviceOption device = new DeviceOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws JsonProcessingException {
    Device on = device.device();
    Augmentation augmentation =
        new Augmentation(
            ScaleRange.parse(scale),
            crop,
            true,
            Filter.named(interpolation),
            new ColourShift(0.1, PrincipalComponents.KRIZHEVSKY));
    try (DataSource source =
        DataSource.open(data, reading.reading(), Resources.threads(on.threads()))) {
      print(new DataBench(augmentation, batch, seconds, on).run(source.any()));
    }
    return 0;
  }

  private void print(DataBench.Result result) throws JsonProcessingException {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(new ObjectMapper().writeValueAsString(result));
    } else {
      out.printf(Locale.ROOT, "images/s              %.1f%n", result.imagesPerSecond());
      out.printf(Locale.ROOT, "read                  %.3f ms an image%n", result.readMillis());
      out.printf(Locale.ROOT, "decode                %.3f ms%n", result.decodeMillis());
      out.printf(Locale.ROOT, "rescale, crop, flip   %.3f ms%n", result.rescaleMillis());
      out.printf(Locale.ROOT, "into the batch        %.3f ms%n", result.batchMillis());
      out.printf(Locale.ROOT, "memory                %d MiB, ", result.residentMebibytes());
      out.printf(Locale.ROOT, "of it %d MiB Java heap%n", result.heapMebibytes());
    }
    out.flush();
  }
}
