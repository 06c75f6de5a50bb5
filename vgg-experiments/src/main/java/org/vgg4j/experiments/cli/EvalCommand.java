package org.vgg4j.experiments.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.graph.Device;
import org.vgg4j.core.weights.TensorFile;
import org.vgg4j.data.DataSource;
import org.vgg4j.data.Resources;
import org.vgg4j.data.image.Filter;
import org.vgg4j.data.statistics.Enlargement;
import org.vgg4j.eval.ErrorRates;
import org.vgg4j.eval.Evaluator;
import org.vgg4j.eval.Interval;
import org.vgg4j.eval.Posteriors;
import org.vgg4j.eval.Predictor;
import org.vgg4j.eval.TestProtocol;
import org.vgg4j.experiments.table.Numbers;
import org.vgg4j.experiments.table.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vgg eval}. */
@Command(
    name = "eval",
    description = "Tests trained weights on the validation split by a protocol.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example:",
      "  vgg eval out/runs/A-S37-seed1-0123abcd/weights.safetensors --protocol \"dense|Q=37|flip\""
    })
final class EvalCommand implements Callable<Integer> {
  @Parameters(paramLabel = "WEIGHTS", description = "a weights.safetensors of this program")
  private Path weights = Path.of("");

  @Option(
      names = "--data",
      defaultValue = "generated",
      description = "generated, or the place of a data set (default: ${DEFAULT-VALUE})")
  private String data = "generated";

  @Option(
      names = "--protocol",
      required = true,
      description = "such as \"dense|Q=256|flip\" or \"center-crop|Q=256\"")
  private String protocol = "";

  @Option(
      names = "--interpolation",
      defaultValue = "bilinear",
      description = "bilinear, bicubic or plain-bilinear (default: ${DEFAULT-VALUE})")
  private String interpolation = "bilinear";

  @Option(names = "--out", description = "keep the posteriors of every image in this file")
  private @Nullable Path out;

  @Mixin private ReadingOptions reading = new ReadingOptions();
  @Mixin private DeviceOption device = new DeviceOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    TestProtocol parsed = TestProtocol.parse(protocol);
    Device on = device.device();
    try (Predictor predictor = new Predictor(weights, on);
        DataSource source =
            DataSource.open(data, reading.reading(), Resources.threads(on.threads()))) {
      remark(source, parsed);
      Posteriors posteriors =
          new Evaluator(predictor, source.val(), Filter.named(interpolation), on.threads())
              .evaluate(parsed, madeFrom(parsed, source), images -> {});
      if (out != null) {
        posteriors.save(out);
      }
      print(ErrorRates.of(posteriors));
    }
    return 0;
  }

  private void remark(DataSource source, TestProtocol parsed) {
    PrintWriter err = spec.commandLine().getErr();
    source.notes().forEach(err::println);
    err.print(DatasetOptions.skipped(source.skipped()));
    Enlargement.of(source.val(), Collections.max(parsed.testScales()))
        .remark()
        .ifPresent(err::println);
    err.flush();
  }

  private Map<String, String> madeFrom(TestProtocol parsed, DataSource source) {
    return Map.of(
        "weights",
        TensorFile.sha256(weights),
        "protocol",
        parsed.toString(),
        "interpolation",
        interpolation,
        "data",
        data,
        "skipped",
        String.join(" ", source.skipped()));
  }

  private void print(ErrorRates errors) {
    TextTable table = new TextTable("error", "%", "95% interval", "wrong", "images");
    table.row(
        "top-1",
        Numbers.oneDecimal(errors.top1()),
        range(errors.top1Interval()),
        errors.wrong1(),
        errors.images());
    table.row(
        "top-5",
        Numbers.oneDecimal(errors.top5()),
        range(errors.top5Interval()),
        errors.wrong5(),
        errors.images());
    spec.commandLine().getOut().print(table.markdown());
    spec.commandLine().getOut().flush();
  }

  private static String range(Interval interval) {
    return Numbers.oneDecimal(interval.low()) + " to " + Numbers.oneDecimal(interval.high());
  }
}
