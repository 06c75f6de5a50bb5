package org.vgg4j.core.graph;

import static com.google.common.base.Preconditions.checkArgument;

import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.ByteDataBuffer;
import org.tensorflow.types.TUint8;

/**
 * The pixels of several images in native memory, uint8 (N, H, W, 3), RGB: written once, then fed to
 * a graph without a copy, and written again. Several threads may write different images at once.
 */
final class PixelTensor implements AutoCloseable {
  private static final int CHANNELS = 3;

  private final TUint8 tensor;
  private final int images;
  private final int side;

  /**
   * Room for square images.
   *
   * @param images N
   * @param side H and W
   */
  PixelTensor(int images, int side) {
    this.images = images;
    this.side = side;
    this.tensor = TUint8.tensorOf(Shape.of(images, side, side, CHANNELS));
  }

  /** Replaces the pixels of one image. */
  void write(int image, byte[] pixels) {
    checkArgument(
        pixels.length == bytesPerImage(),
        "an image of %s x %s pixels has %s bytes, not %s",
        side,
        side,
        bytesPerImage(),
        pixels.length);
    bytes(image, image + 1).write(pixels);
  }

  /** The pixels of some images, copied. */
  byte[] read(int first, int end) {
    byte[] pixels = new byte[Math.multiplyExact(end - first, bytesPerImage())];
    bytes(first, end).read(pixels);
    return pixels;
  }

  /** All images, as they are fed; stays open with this. */
  TUint8 tensor() {
    return tensor;
  }

  /** Some of the images, in a tensor of its own that the caller closes. */
  TUint8 copyOf(int first, int end) {
    TUint8 copy = TUint8.tensorOf(Shape.of(end - first, side, side, CHANNELS));
    bytes(first, end).copyTo(copy.asRawTensor().data(), copy.asRawTensor().data().size());
    return copy;
  }

  private ByteDataBuffer bytes(int first, int end) {
    long perImage = bytesPerImage();
    return tensor.asRawTensor().data().slice(first * perImage, (end - first) * perImage);
  }

  private int bytesPerImage() {
    return side * side * CHANNELS;
  }

  int images() {
    return images;
  }

  int side() {
    return side;
  }

  @Override
  public void close() {
    tensor.close();
  }
}
