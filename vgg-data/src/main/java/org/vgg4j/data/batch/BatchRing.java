package org.vgg4j.data.batch;

import com.google.common.collect.ImmutableList;
import java.util.stream.IntStream;
import org.vgg4j.core.graph.MiniBatch;

/**
 * The memory of the batches that are being written, waiting or trained on; each is used again for a
 * later batch of the same epoch.
 */
final class BatchRing implements AutoCloseable {
  private final ImmutableList<MiniBatch> full;
  private final MiniBatch last;
  private final int batches;

  /**
   * Room for an epoch.
   *
   * @param length batches that are in use at once
   */
  BatchRing(EpochPlan plan, int crop, int length) {
    this.batches = plan.batches();
    this.full =
        IntStream.range(0, Math.min(length, batches - 1))
            .mapToObj(i -> new MiniBatch(plan.images(0), crop))
            .collect(ImmutableList.toImmutableList());
    this.last = new MiniBatch(plan.images(batches - 1), crop);
  }

  /** The memory of the batch of that number. */
  MiniBatch at(int batch) {
    return batch == batches - 1 ? last : full.get(batch % full.size());
  }

  @Override
  public void close() {
    full.forEach(MiniBatch::close);
    last.close();
  }
}
