package org.vgg4j.data.batch;

import org.vgg4j.core.Seed;
import org.vgg4j.data.source.ImageDataset;

/**
 * Which images a worker reads in an epoch, one after the other, and where they go: a pure function
 * of data set, batching and epoch.
 */
final class EpochPlan {
  private final int[] order;
  private final Seed samples;
  private final int size;
  private final Share share;

  EpochPlan(ImageDataset dataset, Batching batching, int epoch) {
    this.order = EpochOrder.of(dataset, batching.seed().at("order").at(epoch));
    this.samples = batching.seed().at("sample").at(epoch);
    this.size = batching.size();
    this.share = batching.share();
  }

  /** Batches of the epoch. */
  int batches() {
    return batches(order.length, size);
  }

  /** Batches of so many images; the last may hold fewer. */
  static int batches(int images, int size) {
    return -Math.floorDiv(-images, size);
  }

  /** Images of a batch that this worker reads; may be none in the last. */
  int images(int batch) {
    return share.end(length(batch)) - share.begin(length(batch));
  }

  private int length(int batch) {
    return Math.min(size, order.length - batch * size);
  }

  /** Images that this worker reads before a batch begins. */
  int before(int batch) {
    return batch == 0 ? 0 : (batch - 1) * images(0) + images(batch - 1);
  }

  /** The batch of the worker's image at that place in its epoch. */
  int batchOf(int place) {
    return Math.min(place / images(0), batches() - 1);
  }

  /** The number of that image in the data set. */
  int image(int place) {
    int batch = batchOf(place);
    return order[batch * size + share.begin(length(batch)) + place - before(batch)];
  }

  /** What everything random about an image of that id hangs on. */
  Seed sample(String id) {
    return samples.at(id);
  }
}
