package org.vgg4j.data.image;

import com.google.errorprone.annotations.MustBeClosed;
import org.tensorflow.Operand;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.image.DecodeImage;
import org.tensorflow.op.image.DecodeJpeg;
import org.tensorflow.types.TString;
import org.tensorflow.types.TUint8;
import org.vgg4j.core.Problem;
import org.vgg4j.core.graph.Device;
import org.vgg4j.core.graph.Fetched;
import org.vgg4j.core.graph.GraphSession;

/**
 * Decodes JPEG, PNG, GIF (its first frame) and BMP files by their content, whatever their names
 * say. JPEG files come out bit for bit as from Pillow; grey becomes R = G = B, transparency is
 * dropped, 16 bits become the upper 8, and neither EXIF orientation nor colour profiles are
 * applied. Several threads may decode at once, each in its own thread.
 */
public final class ImageDecoder implements AutoCloseable {
  private final GraphSession session;
  private final Placeholder<TString> content;
  private final DecodeJpeg jpeg;
  private final DecodeImage<TUint8> other;

  /**
   * Opens a decoder.
   *
   * @param threads the thread count of the process, which TensorFlow wants to hear from every
   *     session
   */
  @MustBeClosed
  public ImageDecoder(int threads) {
    session = GraphSession.inCallingThread(Device.cpu().withThreads(threads));
    content = session.ops().placeholder(TString.class);
    // The accurate transform is Pillow's; TensorFlow's default differs by up to 21 levels.
    jpeg =
        session
            .ops()
            .image
            .decodeJpeg(
                content,
                DecodeJpeg.channels((long) Image.CHANNELS),
                DecodeJpeg.dctMethod("INTEGER_ACCURATE"),
                DecodeJpeg.fancyUpscaling(true),
                DecodeJpeg.tryRecoverTruncated(false));
    other =
        session
            .ops()
            .image
            .decodeImage(
                content,
                TUint8.class,
                DecodeImage.channels((long) Image.CHANNELS),
                DecodeImage.expandAnimations(false));
  }

  /**
   * Decodes one image.
   *
   * @param name where the content came from, for the error message
   * @param bytes the whole file
   * @throws Problem if the content is no image, damaged, cut off, or a BMP file with a palette
   */
  public Image decode(String name, byte[] bytes) {
    if (isBmpWithPalette(bytes)) {
      throw Problem.data(name, "is a BMP file with a palette", "convert it to PNG");
    }
    try {
      return isJpeg(bytes) ? decoded(jpeg, bytes) : decoded(other, bytes);
    } catch (TFInvalidArgumentException | TensorFlowException e) {
      throw undecodable(name, bytes.length, e);
    }
  }

  private static Problem undecodable(String name, int length, Exception cause) {
    String what = "is damaged, cut off or no JPEG, PNG, GIF or BMP image";
    return Problem.data(name, length == 0 ? "is an empty file" : what, "replace or delete the file")
        .causedBy(cause);
  }

  private Image decoded(Operand<TUint8> decoder, byte[] bytes) {
    Fetched fetched = session.call().feedContent(content, bytes).fetch(decoder).run();
    long[] shape = fetched.shape(decoder);
    ImageSize size = new ImageSize(Math.toIntExact(shape[0]), Math.toIntExact(shape[1]));
    return new Image(size, fetched.bytes(decoder));
  }

  private static boolean isJpeg(byte[] bytes) {
    return bytes.length > 2
        && bytes[0] == (byte) 0xFF
        && bytes[1] == (byte) 0xD8
        && bytes[2] == (byte) 0xFF;
  }

  /** TensorFlow would take the numbers of palette entries for levels of grey. */
  private static boolean isBmpWithPalette(byte[] bytes) {
    int bitsPerPixel = 28;
    return bytes.length > bitsPerPixel
        && bytes[0] == 'B'
        && bytes[1] == 'M'
        && bytes[bitsPerPixel] <= 8;
  }

  @Override
  public void close() {
    session.close();
  }
}
