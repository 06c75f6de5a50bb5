package org.vgg4j.core.graph;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Arrays;

/**
 * The images of one training step: pixels in native memory, labels, and a shift of each image's
 * colours. Several threads may put different images at once; none may while a step runs. Close it
 * to free the memory.
 */
public final class MiniBatch implements AutoCloseable {
  private static final int CHANNELS = 3;

  private final PixelTensor pixels;
  private final int[] labels;
  private final float[] shifts;

  /**
   * Room for some images; their pixels are undefined until they are put.
   *
   * @param count images
   * @param crop height and width of an image in pixels
   */
  public MiniBatch(int count, int crop) {
    this.pixels = new PixelTensor(count, crop);
    this.labels = new int[count];
    this.shifts = new float[count * CHANNELS];
  }

  /**
   * A batch of images that are in one array.
   *
   * @param pixels uint8 (N, crop, crop, 3), RGB
   * @param labels N classes
   */
  public static MiniBatch of(byte[] pixels, int[] labels, int crop) {
    int imageBytes = crop * crop * CHANNELS;
    checkArgument(
        labels.length > 0 && pixels.length == labels.length * imageBytes,
        "%s bytes are not %s crops of %s pixels",
        pixels.length,
        labels.length,
        crop);
    MiniBatch batch = new MiniBatch(labels.length, crop);
    for (int i = 0; i < labels.length; i++) {
      batch.put(i, Arrays.copyOfRange(pixels, i * imageBytes, (i + 1) * imageBytes), labels[i]);
    }
    return batch;
  }

  /**
   * Replaces one image.
   *
   * @param pixels uint8 (crop, crop, 3), RGB
   * @param label 0 to K - 1
   */
  public void put(int image, byte[] pixels, int label) {
    this.pixels.write(image, pixels);
    labels[image] = label;
  }

  /**
   * Replaces the shift of one image's colours.
   *
   * @param shift what is added to red, green and blue of every pixel, in levels of 0..255
   */
  public void shift(int image, float[] shift) {
    System.arraycopy(shift, 0, shifts, image * CHANNELS, CHANNELS);
  }

  /** N, the number of images. */
  public int count() {
    return labels.length;
  }

  /** Height and width of the images in pixels. */
  public int crop() {
    return pixels.side();
  }

  /** uint8 (N, crop, crop, 3), RGB, 0..255: a copy. */
  public byte[] pixels() {
    return pixels.read(0, count());
  }

  /** int32 (N), the classes of the images: a copy. */
  public int[] labels() {
    return labels.clone();
  }

  /** float32 (N, 3), the shifts of the images: a copy. */
  public float[] shifts() {
    return shifts.clone();
  }

  /** Feeds the images from {@code first} up to {@code end}. */
  Call feed(Call call, MiniBatchInputs inputs, int first, int end) {
    int count = end - first;
    int[] someLabels = Arrays.copyOfRange(labels, first, end);
    float[] someShifts = Arrays.copyOfRange(shifts, first * CHANNELS, end * CHANNELS);
    return call.feed(inputs.pixels(), pixels, first, end)
        .feed(inputs.labels(), someLabels, count)
        .feed(inputs.shifts(), someShifts, count, CHANNELS)
        .feed(inputs.first(), new int[] {first})
        .feed(inputs.total(), new int[] {count()});
  }

  @Override
  public void close() {
    pixels.close();
  }
}
