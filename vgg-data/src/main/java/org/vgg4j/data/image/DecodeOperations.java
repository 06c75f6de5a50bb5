package org.vgg4j.data.image;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.MustBeClosed;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.image.DecodeAndCropJpeg;
import org.tensorflow.op.image.DecodeImage;
import org.tensorflow.op.image.DecodeJpeg;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TString;
import org.tensorflow.types.TUint8;
import org.vgg4j.core.graph.Call;
import org.vgg4j.core.graph.Device;
import org.vgg4j.core.graph.Fetched;
import org.vgg4j.core.graph.GraphSession;

/** TensorFlow's decoders in a session of their own; each call works in the caller's thread. */
final class DecodeOperations implements AutoCloseable {
  private final GraphSession session;
  private final Placeholder<TString> content;
  private final Placeholder<TInt32> window;
  private final ImmutableList<DecodeJpeg> jpeg;
  private final DecodeAndCropJpeg region;
  private final Operand<TUint8> opaque;
  private final Operand<TUint8> transparent;

  @MustBeClosed
  DecodeOperations(int threads) {
    session = GraphSession.inCallingThread(Device.cpu().withThreads(threads));
    content = session.ops().placeholder(TString.class);
    window = session.ops().placeholder(TInt32.class);
    jpeg = IntStream.rangeClosed(0, 3).mapToObj(this::jpeg).collect(toImmutableList());
    region = region();
    opaque = other(Image.CHANNELS);
    transparent = other(Image.CHANNELS + 1);
  }

  private DecodeJpeg jpeg(int halvings) {
    // The accurate transform is Pillow's; TensorFlow's default differs by up to 21 levels.
    return session
        .ops()
        .image
        .decodeJpeg(
            content,
            DecodeJpeg.channels((long) Image.CHANNELS),
            DecodeJpeg.ratio(1L << halvings),
            DecodeJpeg.dctMethod("INTEGER_ACCURATE"),
            DecodeJpeg.fancyUpscaling(true),
            DecodeJpeg.tryRecoverTruncated(false));
  }

  private DecodeAndCropJpeg region() {
    return session
        .ops()
        .image
        .decodeAndCropJpeg(
            content,
            window,
            DecodeAndCropJpeg.channels((long) Image.CHANNELS),
            DecodeAndCropJpeg.dctMethod("INTEGER_ACCURATE"),
            DecodeAndCropJpeg.fancyUpscaling(true),
            DecodeAndCropJpeg.tryRecoverTruncated(false));
  }

  private Operand<TUint8> other(int channels) {
    return session
        .ops()
        .image
        .decodeImage(
            content,
            TUint8.class,
            DecodeImage.channels((long) channels),
            DecodeImage.expandAnimations(false));
  }

  /** A JPEG file, halved 0 to 3 times on its way. */
  Image jpeg(byte[] bytes, int halvings) {
    return run(call(bytes), jpeg.get(halvings));
  }

  /** A window of a JPEG file at its full size. */
  Image jpeg(byte[] bytes, Window wanted) {
    int[] corner = {wanted.y(), wanted.x(), wanted.height(), wanted.width()};
    return run(call(bytes).feed(window, corner, 4), region);
  }

  /** A PNG, GIF or BMP file without its transparency. */
  Image opaque(byte[] bytes) {
    return run(call(bytes), opaque);
  }

  /** A PNG file over a background. */
  Image over(Background background, byte[] bytes) {
    Fetched fetched = call(bytes).fetch(transparent).run();
    return background.under(size(fetched, transparent), fetched.bytes(transparent));
  }

  private Call call(byte[] bytes) {
    return session.call().feedContent(content, bytes);
  }

  private static Image run(Call call, Operand<TUint8> decoder) {
    Fetched fetched = call.fetch(decoder).run();
    return new Image(size(fetched, decoder), fetched.bytes(decoder));
  }

  private static ImageSize size(Fetched fetched, Operand<TUint8> decoder) {
    long[] shape = fetched.shape(decoder);
    return new ImageSize(Math.toIntExact(shape[0]), Math.toIntExact(shape[1]));
  }

  @Override
  public void close() {
    session.close();
  }
}
