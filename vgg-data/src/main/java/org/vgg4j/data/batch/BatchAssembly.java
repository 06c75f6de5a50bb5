package org.vgg4j.data.batch;

import java.util.Arrays;
import java.util.NoSuchElementException;
import org.vgg4j.data.image.Image;

/** Puts the crops of an epoch together to batches. */
final class BatchAssembly implements ClosableIterator<Batch> {
  private final ClosableIterator<Image> crops;
  private final int[] labels;
  private final Batching batching;
  private int position;

  /**
   * Batches from {@code position} on.
   *
   * @param crops the crops from there on, in the order of the epoch
   * @param labels the labels of the whole epoch, in its order
   */
  BatchAssembly(ClosableIterator<Image> crops, int[] labels, int position, Batching batching) {
    this.crops = crops;
    this.labels = labels;
    this.position = position;
    this.batching = batching;
  }

  @Override
  public boolean hasNext() {
    return crops.hasNext();
  }

  @Override
  public Batch next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    int crop = batching.augmentation().crop();
    int end = Math.min(labels.length, position + batching.size());
    int imageBytes = crop * crop * Image.CHANNELS;
    byte[] pixels = new byte[(end - position) * imageBytes];
    for (int start = 0; start < pixels.length; start += imageBytes) {
      System.arraycopy(crops.next().pixels(), 0, pixels, start, imageBytes);
    }
    Batch batch = new Batch(pixels, Arrays.copyOfRange(labels, position, end), crop);
    position = end;
    return batch;
  }

  @Override
  public void close() {
    crops.close();
  }
}
