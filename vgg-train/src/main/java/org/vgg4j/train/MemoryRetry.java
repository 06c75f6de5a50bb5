package org.vgg4j.train;

import java.util.function.IntConsumer;
import org.vgg4j.core.Problem;

/**
 * Repeats a training in smaller and smaller micro-batches until it fits into memory. The mini-batch
 * stays as it is, so the result is the same up to rounding; what was saved is not done again.
 *
 * @param allowed whether to try again at all
 * @param listener hears of every try
 */
public record MemoryRetry(boolean allowed, TrainingListener listener) {

  /**
   * Trains.
   *
   * @param microBatch images in memory at once, at first
   * @param training trains with a given number of images in memory
   * @throws Problem if one image alone is too much, or anything else is wrong
   */
  public void run(int microBatch, IntConsumer training) {
    int size = microBatch;
    while (!fits(size, training)) {
      size = size / 2;
      listener.remark("out of memory; going on with micro-batches of " + size);
    }
  }

  private boolean fits(int size, IntConsumer training) {
    try {
      training.accept(size);
      return true;
    } catch (Problem problem) {
      if (!allowed || size == 1 || problem.kind() != Problem.Kind.MEMORY) {
        throw problem;
      }
      return false;
    }
  }
}
