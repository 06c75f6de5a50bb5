package org.vgg4j.data.image;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.MustBeClosed;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Squeeze;
import org.tensorflow.op.image.ScaleAndTranslate;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TUint8;
import org.vgg4j.core.graph.Device;
import org.vgg4j.core.graph.GraphSession;

/**
 * Rescales images with a {@link Filter}: pixel centres at one half, values rounded once at the end,
 * half up. With {@code BILINEAR} within one level of Pillow. Several threads may call at once, each
 * works in its own thread.
 */
public final class Resampler implements AutoCloseable {
  private final Filter filter;
  private final GraphSession session;
  private final Placeholder<TUint8> pixels;
  private final Placeholder<TInt32> size;
  private final Placeholder<TFloat32> scale;
  private final Placeholder<TFloat32> translation;
  private final Operand<TUint8> resampled;

  /**
   * Opens a resampler with the default filter, {@link Filter#BILINEAR}.
   *
   * @param threads the thread count of the process, which TensorFlow wants to hear from every
   *     session
   */
  @MustBeClosed
  public Resampler(int threads) {
    this(Filter.BILINEAR, threads);
  }

  /** Opens a resampler. */
  @MustBeClosed
  public Resampler(Filter filter, int threads) {
    this.filter = filter;
    session = GraphSession.inCallingThread(Device.cpu().withThreads(threads));
    Ops ops = session.ops();
    pixels = ops.placeholder(TUint8.class);
    size = ops.placeholder(TInt32.class);
    scale = ops.placeholder(TFloat32.class);
    translation = ops.placeholder(TFloat32.class);
    Operand<TFloat32> exact =
        ops.image.scaleAndTranslate(
            ops.expandDims(pixels, ops.constant(0)),
            size,
            scale,
            translation,
            ScaleAndTranslate.kernelType(filter.kernel()),
            ScaleAndTranslate.antialias(filter.antialias()));
    resampled = rounded(ops, ops.squeeze(exact, Squeeze.axis(List.of(0L))));
  }

  /** Half up; the cast cuts the fraction off, and the sum is never negative. */
  private static Operand<TUint8> rounded(Ops ops, Operand<TFloat32> values) {
    Operand<TFloat32> clipped = ops.clipByValue(values, ops.constant(0f), ops.constant(255f));
    return ops.dtypes.cast(ops.math.add(clipped, ops.constant(0.5f)), TUint8.class);
  }

  /** All of the image at a new size. */
  public Image rescale(StoredImage image, ImageSize newSize) {
    return rescale(image, newSize, Window.whole(newSize));
  }

  /**
   * A window of the rescaled image; nothing is decoded or computed but what it needs. Equal to
   * cropping the rescaled image up to float32 rounding of the sampling positions, which can move a
   * value that lies halfway between two levels by one. An image that has the new size already is
   * only cropped.
   *
   * @param newSize the size of the whole rescaled image
   * @param window the part of it that is wanted
   */
  public Image rescale(StoredImage image, ImageSize newSize, Window window) {
    checkArgument(window.fitsInto(newSize), "%s is not inside an image of %s", window, newSize);
    if (newSize.equals(image.size())) {
      return image.region(window);
    }
    StoredImage source = image.reduced(newSize);
    Axis rows = Axis.of(filter, source.size().height(), newSize.height(), window.rows());
    Axis columns = Axis.of(filter, source.size().width(), newSize.width(), window.columns());
    Image part = source.region(Window.of(rows.needed(), columns.needed()));
    byte[] windowPixels =
        session
            .call()
            .feed(this.pixels, part.pixels(), part.height(), part.width(), Image.CHANNELS)
            .feed(size, new int[] {window.height(), window.width()}, 2)
            .feed(scale, new float[] {rows.scale(), columns.scale()}, 2)
            .feed(translation, new float[] {rows.translation(), columns.translation()}, 2)
            .fetch(resampled)
            .run()
            .bytes(resampled);
    return new Image(window.size(), windowPixels);
  }

  @Override
  public void close() {
    session.close();
  }
}
