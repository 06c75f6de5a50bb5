package org.vgg4j.experiments.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.vgg4j.core.export.ExportFormat;
import org.vgg4j.core.export.ExportOptions;
import org.vgg4j.core.export.PixelPreprocessing;
import org.vgg4j.core.export.WeightsExport;
import org.vgg4j.core.foreign.ChannelOrder;
import org.vgg4j.core.graph.Averaging;
import org.vgg4j.core.weights.TensorFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vgg weights export}. */
@Command(
    name = "export",
    description = "Writes trained weights for other programs.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Formats: safetensors-torch, safetensors-keras, savedmodel, onnx. docs/weights-export.md",
      "shows how Python reads each.",
      "",
      "Examples:",
      "  vgg weights export D.safetensors --format onnx --out D.onnx",
      "  vgg weights export D.safetensors --format safetensors-keras --channels bgr",
      "      --out D-keras"
    })
final class WeightsExportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "WEIGHTS", description = "a weights.safetensors of this program")
  private Path weights = Path.of("");

  @Option(names = "--format", required = true, description = "what to write; see below")
  private String format = "";

  @Option(
      names = "--out",
      paramLabel = "PLACE",
      required = true,
      description = "the file to write; for a SavedModel a new folder")
  private Path out = Path.of("");

  @Option(
      names = "--channels",
      paramLabel = "ORDER",
      defaultValue = "rgb",
      description = "rgb or bgr: what the exported network takes (default: ${DEFAULT-VALUE})")
  private String channels = "rgb";

  @Option(
      names = "--average",
      defaultValue = "scores",
      description =
          "scores or posteriors: what is averaged over the map of a large image, in savedmodel and"
              + " onnx (default: ${DEFAULT-VALUE})")
  private Averaging average = Averaging.SCORES;

  @Option(
      names = "--preprocessing",
      defaultValue = "inside",
      description =
          "inside: an onnx network takes levels of 0..255; outside: it takes what is left when the"
              + " mean is subtracted (default: ${DEFAULT-VALUE})")
  private PixelPreprocessing preprocessing = PixelPreprocessing.INSIDE;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    ExportOptions options =
        new ExportOptions(
            ExportFormat.named(format), ChannelOrder.named(channels), average, preprocessing);
    new WeightsExport(TensorFile.open(weights)).write(options, out);
    spec.commandLine().getOut().println("wrote " + out);
    spec.commandLine().getOut().flush();
    return 0;
  }
}
