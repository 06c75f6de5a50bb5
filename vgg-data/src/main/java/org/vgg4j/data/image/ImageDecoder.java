package org.vgg4j.data.image;

import com.google.errorprone.annotations.MustBeClosed;
import org.vgg4j.core.Problem;

/**
 * Decodes JPEG, PNG, GIF (its first frame) and BMP files by their content, whatever their names
 * say. JPEG files come out bit for bit as from Pillow, grey becomes R = G = B, 16 bits become the
 * upper 8, and colour profiles are not applied; {@link Decoding} has what can be chosen. Several
 * threads may decode at once, each in its own thread.
 */
public final class ImageDecoder implements ImageCodec, AutoCloseable {
  private final Decoding decoding;
  private final DecodeOperations operations;

  /**
   * Opens a decoder with the default choices.
   *
   * @param threads the thread count of the process, which TensorFlow wants to hear from every
   *     session
   */
  @MustBeClosed
  public ImageDecoder(int threads) {
    this(Decoding.EXACT, threads);
  }

  /** Opens a decoder. */
  @MustBeClosed
  @SuppressWarnings("MustBeClosedChecker") // close() closes the operations
  public ImageDecoder(Decoding decoding, int threads) {
    this.decoding = decoding;
    this.operations = new DecodeOperations(threads);
  }

  /**
   * Opens one image; its pixels are decoded when they are asked for.
   *
   * @throws Problem if the content is no image of these formats, or cut off
   */
  @Override
  public StoredImage open(String place, byte[] content) {
    ImageHeader header = ImageHeader.of(place, content);
    FileContent file = new FileContent(place, content);
    if (header.format() != Format.JPEG) {
      return new RasterFile(file, header, operations, decoding.background());
    }
    if (!JpegStructure.of(content).ends(content)) {
      throw ImageHeader.damaged(place);
    }
    StoredImage image = new JpegFile(file, header.size(), operations, decoding.reduced());
    return decoding.upright() ? Orientation.of(content).upright(image) : image;
  }

  /**
   * Decodes one image.
   *
   * @param place where the content came from, for messages
   * @param content the whole file
   * @throws Problem if the content is no image of these formats, damaged or cut off
   */
  public Image decode(String place, byte[] content) {
    return open(place, content).decoded();
  }

  @Override
  public void close() {
    operations.close();
  }
}
