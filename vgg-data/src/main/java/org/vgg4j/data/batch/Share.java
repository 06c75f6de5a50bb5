package org.vgg4j.data.batch;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * The part of every batch that one of several workers takes: all of them together see the batches
 * that one alone would see, image for image.
 *
 * @param worker number of this worker, from 0
 * @param workers how many there are
 */
public record Share(int worker, int workers) {
  /** All of every batch. */
  public static final Share WHOLE = new Share(0, 1);

  public Share {
    checkArgument(worker >= 0 && worker < workers, "no worker %s among %s", worker, workers);
  }

  /** Where this share of so many images begins. */
  int begin(int images) {
    return (int) ((long) images * worker / workers);
  }

  /** The number after the last image of this share. */
  int end(int images) {
    return (int) ((long) images * (worker + 1) / workers);
  }
}
