package org.vgg4j.eval;

import static com.google.common.base.Preconditions.checkState;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.vgg4j.data.batch.TestImage;
import org.vgg4j.data.image.Image;
import org.vgg4j.data.image.ImageSize;

/**
 * Collects images of equal size into batches, runs the network on each batch and its mirror image,
 * and puts the posteriors where they belong.
 */
final class PosteriorsAtScale {
  /** Pixels of one batch: sixteen crops of 224; bounds the memory of the feature maps. */
  private static final long BATCH_PIXELS = 16L * 224 * 224;

  /** Pixels that may wait for images of equal size. */
  private static final long WAITING_PIXELS = 64 * BATCH_PIXELS;

  private final ClassScorer scorer;
  private final TestProtocol protocol;
  private final IntConsumer progress;
  private final float[] posteriors;
  private final BitSet seen = new BitSet();
  private final int images;
  private final Map<ImageSize, List<TestImage>> waiting = new LinkedHashMap<>();
  private long waitingPixels;

  PosteriorsAtScale(ClassScorer scorer, TestProtocol protocol, int images, IntConsumer progress) {
    this.scorer = scorer;
    this.protocol = protocol;
    this.images = images;
    this.progress = progress;
    this.posteriors = new float[images * scorer.classes()];
  }

  void add(TestImage image) {
    checkState(!seen.get(image.index()), "image %s came twice", image.index());
    seen.set(image.index());
    ImageSize size = image.image().size();
    List<TestImage> group = waiting.computeIfAbsent(size, s -> new ArrayList<>());
    group.add(image);
    waitingPixels += size.pixels();
    if ((group.size() + 1) * size.pixels() > BATCH_PIXELS) {
      run(size);
    } else if (waitingPixels > WAITING_PIXELS) {
      runLargestGroup();
    }
  }

  /** The posteriors of all images, float32 (N, K). */
  float[] finish() {
    List.copyOf(waiting.keySet()).forEach(this::run);
    checkState(
        seen.cardinality() == images, "%s of %s images were seen", seen.cardinality(), images);
    return posteriors;
  }

  private void runLargestGroup() {
    ImageSize largest = null;
    long most = 0;
    for (Map.Entry<ImageSize, List<TestImage>> group : waiting.entrySet()) {
      long pixels = group.getValue().size() * group.getKey().pixels();
      if (pixels > most) {
        most = pixels;
        largest = group.getKey();
      }
    }
    if (largest != null) {
      run(largest);
    }
  }

  private void run(ImageSize size) {
    List<TestImage> group = waiting.remove(size);
    if (group == null) {
      return;
    }
    waitingPixels -= group.size() * size.pixels();
    float[] straight = posteriors(group.stream().map(TestImage::image).toList(), size);
    if (protocol.flip()) {
      float[] mirrored =
          posteriors(group.stream().map(image -> image.image().flipped()).toList(), size);
      for (int i = 0; i < straight.length; i++) {
        straight[i] = (straight[i] + mirrored[i]) / 2;
      }
    }
    for (int i = 0; i < group.size(); i++) {
      System.arraycopy(
          straight,
          i * scorer.classes(),
          posteriors,
          group.get(i).index() * scorer.classes(),
          scorer.classes());
    }
    progress.accept(group.size());
  }

  private float[] posteriors(List<Image> batch, ImageSize size) {
    int bytes = Math.toIntExact(size.pixels() * Image.CHANNELS);
    byte[] pixels = new byte[batch.size() * bytes];
    for (int i = 0; i < batch.size(); i++) {
      System.arraycopy(batch.get(i).pixels(), 0, pixels, i * bytes, bytes);
    }
    return scorer.posteriors(pixels, size.height(), size.width(), protocol.averaging());
  }
}
