package org.vgg4j.eval;

import com.google.common.math.IntMath;
import java.math.RoundingMode;
import java.util.List;
import org.vgg4j.data.augment.Sample;
import org.vgg4j.data.image.ImageSize;
import org.vgg4j.data.image.Window;
import org.vgg4j.eval.Technique.View;

/**
 * How the images of a split are divided into blocks, in order: no batch reaches over a block's end,
 * so that an evaluation that goes on at a block gives the same bits. A block is some minutes of
 * work for a processor, and large enough to fill batches. Depends on the protocol, the network's
 * crop and the number of images alone.
 *
 * @param images images of the split
 * @param blockImages images of every block but the last
 */
record BlockPlan(int images, int blockImages) {
  /** Pixels that go through the network for one block: sixty batches. */
  private static final long BLOCK_PIXELS = 60 * ViewScoring.BATCH_PIXELS;

  private static final int LEAST_IMAGES = 8;
  private static final int MOST_IMAGES = 4096;

  /** Most photographs have this shape. */
  private static final ImageSize USUAL = new ImageSize(3, 4);

  static BlockPlan of(TestProtocol protocol, int crop, int images) {
    long fitting = BLOCK_PIXELS / Math.max(1, pixelsOfAnImage(protocol, crop));
    int blockImages = (int) Math.max(LEAST_IMAGES, Math.min(MOST_IMAGES, fitting));
    return new BlockPlan(images, blockImages);
  }

  private static long pixelsOfAnImage(TestProtocol protocol, int crop) {
    List<Sample> samples = protocol.samples(USUAL, crop);
    return protocol.technique().views().stream()
        .flatMapToLong(
            view ->
                samples.stream().mapToLong(sample -> pixels(view, sample.window().size(), crop)))
        .sum();
  }

  private static long pixels(View view, ImageSize seen, int crop) {
    long once =
        view.windows(seen, crop).stream().map(Window::size).mapToLong(ImageSize::pixels).sum();
    return view.flip() ? 2 * once : once;
  }

  /** Number of blocks. */
  int blocks() {
    return IntMath.divide(images, blockImages, RoundingMode.CEILING);
  }

  /** The number of a block's first image; of the block after the last, the number of images. */
  int first(int block) {
    return Math.min(images, block * blockImages);
  }

  /** Images in a block. */
  int size(int block) {
    return first(block + 1) - first(block);
  }
}
