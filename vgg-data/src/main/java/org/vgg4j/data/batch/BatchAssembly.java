package org.vgg4j.data.batch;

import java.util.NoSuchElementException;
import org.vgg4j.core.graph.MiniBatch;

/** Waits until all images of a batch are in their places, batch after batch. */
final class BatchAssembly implements ClosableIterator<MiniBatch> {
  private final ClosableIterator<Integer> placed;
  private final EpochPlan plan;
  private final BatchRing ring;
  private int next;

  /**
   * Batches from {@code first} on.
   *
   * @param placed gives a number for every image that has been put into the ring, in order
   */
  BatchAssembly(ClosableIterator<Integer> placed, EpochPlan plan, BatchRing ring, int first) {
    this.placed = placed;
    this.plan = plan;
    this.ring = ring;
    this.next = first;
  }

  @Override
  public boolean hasNext() {
    return next < plan.batches();
  }

  @Override
  public MiniBatch next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    for (int image = 0; image < plan.images(next); image++) {
      placed.next();
    }
    return ring.at(next++);
  }

  @Override
  public void close() {
    placed.close();
    ring.close();
  }
}
