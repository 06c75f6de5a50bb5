package org.vgg4j.experiments.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.Problem;
import org.vgg4j.core.graph.Device;
import org.vgg4j.core.weights.NetworkManifest;
import org.vgg4j.core.weights.TensorFile;
import org.vgg4j.data.DataSource;
import org.vgg4j.data.Resources;
import org.vgg4j.data.image.Filter;
import org.vgg4j.data.source.ImageDataset;
import org.vgg4j.eval.LabelCheck;
import org.vgg4j.eval.Posteriors;
import org.vgg4j.eval.Predictor;
import org.vgg4j.eval.ResumableEvaluation;
import org.vgg4j.eval.TestProtocol;
import org.vgg4j.experiments.EvaluationRecord;
import org.vgg4j.experiments.EvaluationRecord.Tested;
import org.vgg4j.experiments.NetworkTest;
import org.vgg4j.experiments.sensitivity.Sensitivity;
import org.vgg4j.experiments.sensitivity.Setup;
import org.vgg4j.experiments.sensitivity.TestedImages;
import org.vgg4j.experiments.table.Numbers;
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
      "Examples:",
      "  vgg eval out/runs/A-S37-seed1-0123abcd/weights.safetensors",
      "      --protocol \"dense|Q=37|flip\"",
      "  vgg eval D.safetensors --data imagenet",
      "      --protocol \"multi-crop|Q=256,384,512|grid=5x5|flip\"",
      "      --out D-crops.safetensors",
      "  vgg eval D.safetensors --data imagenet --sensitivity",
      "      --protocol \"center-crop|Q=256\""
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
      description = "such as \"dense|Q=256|flip\"; all are listed in docs/evaluation.md")
  private String protocol = "";

  @Option(
      names = "--interpolation",
      defaultValue = "bilinear",
      description = "bilinear, bicubic or plain-bilinear (default: ${DEFAULT-VALUE})")
  private String interpolation = "bilinear";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "keep the posteriors of every image in this file; an interrupted test goes on from"
              + " FILE.blocks")
  private @Nullable Path out;

  @Option(
      names = "--sensitivity",
      description =
          "what interpolation, channel order, aspect ratio and other usual suspects cost on up to"
              + " 500 images (or --limit), one changed at a time")
  private boolean sensitivity;

  @Option(names = "--json", description = "print one JSON object")
  private boolean json;

  @Mixin private SampleOptions sample = new SampleOptions();
  @Mixin private ReadingOptions reading = new ReadingOptions();
  @Mixin private DeviceOption device = new DeviceOption();
  @Mixin private ProgressOption progress = new ProgressOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    TestProtocol parsed = TestProtocol.parse(protocol);
    Filter filter = Filter.named(interpolation);
    Device on = device.device();
    if (sensitivity) {
      print(sensitivity(parsed, filter, on));
      return 0;
    }
    try (StopOnSignal stop = new StopOnSignal(farewell());
        Predictor predictor = new Predictor(weights, on, parsed);
        DataSource source =
            DataSource.open(data, reading.reading(), Resources.threads(on.threads()))) {
      ImageDataset images = sample.sampling().of(source.val());
      NetworkTest test = new NetworkTest(predictor, images, filter, on.threads());
      new DataRemarksPrinter(spec.commandLine().getErr()).print(source, images, parsed);
      estimate(test, parsed, stop);
      Posteriors posteriors = posteriors(test, parsed, madeFrom(source, parsed, on), stop);
      LabelCheck.of(posteriors).ifPresent(this::remark);
      EvaluationReport report = EvaluationReport.of(posteriors);
      print(json ? Json.of(report) : report.text());
      if (out != null) {
        remark("posteriors of every image: " + out);
      }
    }
    return 0;
  }

  private String farewell() {
    return out == null
        ? "nothing was kept; with --out a test can be interrupted"
        : "finished blocks are kept, and the same command goes on from there";
  }

  private String sensitivity(TestProtocol parsed, Filter filter, Device on) {
    if (out != null) {
      throw Problem.configuration(
          "--out", "keeps one test, and --sensitivity makes many", "leave one of them out");
    }
    Setup asked =
        Setup.of(
            NetworkManifest.of(TensorFile.open(weights)),
            parsed,
            filter,
            reading.reading().decoding());
    TestedImages images =
        new TestedImages(data, reading.reading(), sample.sampling(SensitivityRun.MOST_IMAGES));
    Sensitivity result =
        new SensitivityRun(weights, on, images, progress, spec.commandLine().getErr()).of(asked);
    return json ? Json.of(result) : new SensitivityText(result).toString();
  }

  private void print(String report) {
    spec.commandLine().getOut().print(report);
    spec.commandLine().getOut().flush();
  }

  private void remark(String line) {
    spec.commandLine().getErr().println(line);
    spec.commandLine().getErr().flush();
  }

  /** Only where nothing has been done yet; later the progress tells. */
  private void estimate(NetworkTest test, TestProtocol parsed, StopOnSignal stop) {
    if (out != null && ResumableEvaluation.isBegun(out)) {
      return;
    }
    double seconds = test.estimatedSeconds(parsed, passes -> stop.check());
    String work = Numbers.whole(test.images().size()) + " images";
    new TimeEstimate(work, seconds).remark().ifPresent(this::remark);
  }

  private Posteriors posteriors(
      NetworkTest test, TestProtocol parsed, Map<String, String> madeFrom, StopOnSignal stop) {
    PrintWriter err = spec.commandLine().getErr();
    long passes = (long) test.images().size() * parsed.passes();
    try (EvaluationDisplay display =
        new EvaluationDisplay(progress.passes(err), err, stop, passes)) {
      return out == null
          ? test.evaluator().evaluate(parsed, madeFrom, display)
          : new ResumableEvaluation(test.evaluator(), out).run(parsed, madeFrom, display);
    }
  }

  /** The manifest reads every byte of the images, so it is left out where nothing is kept. */
  private Map<String, String> madeFrom(DataSource source, TestProtocol parsed, Device on) {
    String partial = sample.sampling().part(source.val());
    if (out == null) {
      return Map.of("partial", partial);
    }
    Tested tested =
        new Tested(
            data,
            source.val().manifest().hash(),
            reading.reading().decoding(),
            source.skipped(),
            partial);
    return new EvaluationRecord(weights, parsed, Filter.named(interpolation), tested, on)
        .metadata();
  }
}
