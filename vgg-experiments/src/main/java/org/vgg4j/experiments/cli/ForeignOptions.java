package org.vgg4j.experiments.cli;

import com.google.errorprone.annotations.MustBeClosed;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.Problem;
import org.vgg4j.core.foreign.Convention;
import org.vgg4j.core.foreign.FileFormat;
import org.vgg4j.core.foreign.ForeignFile;
import org.vgg4j.core.foreign.StatedWeights;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A file of weights that another program wrote, and how it is to be read. */
final class ForeignOptions {
  @Parameters(
      paramLabel = "FILE",
      description =
          "a .caffemodel, Keras .h5, PyTorch .pth, .safetensors, .npz, TensorFlow.js model.json or"
              + " plain JSON")
  private Path file = Path.of("");

  @Option(
      names = "--format",
      description =
          "caffe, keras, torch, safetensors, numpy, tensorflowjs or json (default: what is in the"
              + " file tells)")
  private @Nullable String format;

  @Option(
      names = "--layout",
      description =
          "whose orders of axes and pixels: caffe, keras, torchvision, pytorch, tensorflow; or the"
              + " orders of kernels, matrices and flattened maps, such as oihw,oi,hwc (default: the"
              + " format's)")
  private @Nullable String layout;

  Path file() {
    return file;
  }

  private FileFormat format() {
    return format == null ? FileFormat.of(file) : FileFormat.named(format);
  }

  @MustBeClosed
  ForeignFile open() {
    return format().open(file);
  }

  /** What the file says of itself, where it is one of this program's, also one that went out. */
  Optional<StatedWeights> stated() {
    return format() == FileFormat.SAFETENSORS ? StatedWeights.of(file) : Optional.empty();
  }

  /** The orders of axes that are asked for, or the format's; pixels as the file itself says. */
  Convention convention() {
    Optional<Convention> stated = stated().map(StatedWeights::convention);
    if (layout == null) {
      return stated.or(() -> format().convention()).orElseThrow(ForeignOptions::layoutNeeded);
    }
    Convention asked = Convention.parse(layout);
    return new Convention(asked.layout(), stated.flatMap(Convention::input).or(asked::input));
  }

  private static Problem layoutNeeded() {
    return Problem.configuration(
        "--layout",
        "is needed: files of this format come in all layouts",
        "give the program that wrote it or its orders of axes, such as torchvision or oihw,oi,chw");
  }
}
