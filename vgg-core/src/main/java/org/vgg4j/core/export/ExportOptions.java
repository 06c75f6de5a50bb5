package org.vgg4j.core.export;

import org.vgg4j.core.Problem;
import org.vgg4j.core.foreign.ChannelOrder;
import org.vgg4j.core.graph.Averaging;

/**
 * What an exported network is to be like.
 *
 * @param channels in which order it takes the channels of a pixel
 * @param averaging in which order the class score map becomes posteriors, for formats that hold the
 *     whole computation
 * @param preprocessing where the mean is subtracted; SavedModel takes pixels and has it inside, and
 *     a file of weights alone leaves it to the caller, with mean and scale in its metadata
 */
public record ExportOptions(
    ExportFormat format,
    ChannelOrder channels,
    Averaging averaging,
    PixelPreprocessing preprocessing) {
  public ExportOptions {
    if (preprocessing == PixelPreprocessing.OUTSIDE && format == ExportFormat.SAVEDMODEL) {
      throw unfit(format, "subtracts the mean itself", "leave --preprocessing out, or use onnx");
    }
    if (averaging == Averaging.POSTERIORS && !format.holdsComputation()) {
      throw unfit(format, "holds weights alone and averages nothing", "use savedmodel or onnx");
    }
  }

  /** A format as it comes: RGB, the paper's average, the mean subtracted inside where it can be. */
  public ExportOptions(ExportFormat format) {
    this(format, ChannelOrder.RGB, Averaging.SCORES, PixelPreprocessing.INSIDE);
  }

  private static Problem unfit(ExportFormat format, String what, String remedy) {
    return Problem.configuration("format " + format, what, remedy);
  }
}
