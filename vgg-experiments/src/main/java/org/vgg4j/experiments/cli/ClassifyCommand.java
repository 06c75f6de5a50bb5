package org.vgg4j.experiments.cli;

import com.google.common.collect.ImmutableList;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.Problem;
import org.vgg4j.core.Spelling;
import org.vgg4j.core.graph.Device;
import org.vgg4j.data.image.Filter;
import org.vgg4j.data.image.ImageDecoder;
import org.vgg4j.eval.EvaluationProgress;
import org.vgg4j.eval.Posteriors;
import org.vgg4j.eval.Predictor;
import org.vgg4j.eval.TestProtocol;
import org.vgg4j.eval.statistics.ClassNames;
import org.vgg4j.experiments.ImageFiles;
import org.vgg4j.experiments.NetworkTest;
import org.vgg4j.experiments.cli.ImageClasses.Likely;
import org.vgg4j.experiments.plot.FigureFile;
import org.vgg4j.experiments.table.Numbers;
import org.vgg4j.experiments.table.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vgg classify}. */
@Command(
    name = "classify",
    description = "Says what a network takes images for, and shows where it sees it.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  vgg classify D.safetensors cat.jpg dog.png",
      "  vgg classify D.safetensors cat.jpg --protocol \"dense|Q=512\" --map cat-map.png"
    })
final class ClassifyCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "WEIGHTS", description = "a file of trained weights")
  private Path weights = Path.of("");

  @Parameters(index = "1..*", paramLabel = "IMAGE", arity = "1..*", description = "image files")
  private List<Path> images = List.of();

  @Option(
      names = "--protocol",
      description =
          "how an image is tested (default: dense, at 8/7 of the crop of training, with its mirror"
              + " image; Q=256 at a crop of 224)")
  private @Nullable String protocol;

  @Option(
      names = "--top",
      paramLabel = "K",
      defaultValue = "5",
      description = "how many classes to list (default: ${DEFAULT-VALUE})")
  private int top = 5;

  @Option(
      names = "--interpolation",
      defaultValue = "bilinear",
      description = "bilinear, bicubic or plain-bilinear (default: ${DEFAULT-VALUE})")
  private String interpolation = "bilinear";

  @Option(
      names = "--map",
      paramLabel = "FILE",
      description =
          "draw the class score map over the image, at the largest test scale, into this .svg or"
              + " .png file")
  private @Nullable Path map;

  @Option(
      names = "--class",
      paramLabel = "NAME",
      description =
          "whose scores --map shows: a name or, where classes have none, a number"
              + " (default: the likeliest class)")
  private @Nullable String shown;

  @Option(names = "--json", description = "print one JSON list")
  private boolean json;

  @Mixin private ReadingOptions reading = new ReadingOptions();
  @Mixin private DeviceOption device = new DeviceOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    check();
    Device on = device.device();
    Filter filter = Filter.named(interpolation);
    try (Predictor predictor = predictor(on);
        ImageDecoder decoder = new ImageDecoder(reading.reading().decoding(), on.threads())) {
      TestProtocol tested = protocol(predictor.crop());
      ImmutableList<String> names =
          ClassNames.of(predictor.classNames(), predictor.network().classes());
      ImageFiles files = new ImageFiles(images, names, decoder);
      Posteriors posteriors =
          new NetworkTest(predictor, files, filter, on.threads())
              .evaluator()
              .evaluate(tested, Map.of(), EvaluationProgress.none());
      if (map != null) {
        Likely choice = choice(ImageClasses.of(posteriors, names.size()).get(0));
        FigureFile.named(map)
            .write(new ScoreMapDrawing(predictor, tested, filter).of(files.image(0), choice), map);
      }
      print(ImageClasses.of(posteriors, top));
    }
    return 0;
  }

  private void check() {
    if (top < 1) {
      throw Problem.configuration("--top " + top, "lists nothing", "use 1 or more");
    }
    if (map != null && images.stream().distinct().count() > 1) {
      throw Problem.configuration("--map", "draws one image", "name one image");
    }
    if (map != null) {
      FigureFile.named(map);
    }
    if (shown != null && map == null) {
      throw Problem.configuration("--class", "only says what --map draws", "add --map FILE");
    }
  }

  private Predictor predictor(Device on) {
    return protocol == null
        ? new Predictor(weights, on)
        : new Predictor(weights, on, TestProtocol.parse(protocol));
  }

  /** The paper's smallest test scale, 256, at its crop of 224. */
  private TestProtocol protocol(int crop) {
    return TestProtocol.parse(
        protocol == null ? "dense|Q=" + Math.round(crop * 8 / 7.0) + "|flip" : protocol);
  }

  private Likely choice(ImageClasses image) {
    String name = shown;
    if (name == null) {
      return image.classes().get(0);
    }
    return image.classes().stream()
        .filter(likely -> likely.name().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(name, image));
  }

  private static Problem unknown(String name, ImageClasses image) {
    return Problem.configuration(
        "--class " + name,
        "is no class of the network",
        Spelling.suggestion(name, image.classes().stream().map(Likely::name).toList()));
  }

  private void print(ImmutableList<ImageClasses> all) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(json ? Json.of(all) : table(all));
    out.flush();
    if (map != null) {
      spec.commandLine().getErr().println("wrote " + map);
      spec.commandLine().getErr().flush();
    }
  }

  private static String table(ImmutableList<ImageClasses> all) {
    TextTable table = new TextTable("image", "class", "%");
    for (ImageClasses image : all) {
      for (Likely likely : image.classes()) {
        table.row(image.image(), likely.name(), Numbers.oneDecimal(100 * likely.posterior()));
      }
    }
    return table.markdown();
  }
}
