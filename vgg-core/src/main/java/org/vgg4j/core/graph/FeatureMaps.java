package org.vgg4j.core.graph;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * The output of one layer for a batch of images.
 *
 * @see LayerProbe
 */
public final class FeatureMaps {
  private final ImmutableList<Integer> shape;
  private final float[] values;

  /**
   * Feature maps that someone computed.
   *
   * @param shape N, height, width, channels
   * @param values float32, row-major; kept, not copied
   */
  public FeatureMaps(List<Integer> shape, float[] values) {
    long size = shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    checkArgument(shape.size() == 4, "feature maps have 4 axes, not %s", shape);
    checkArgument(size == values.length, "%s values are not of shape %s", values.length, shape);
    this.shape = ImmutableList.copyOf(shape);
    this.values = values;
  }

  /** N, height, width, channels. */
  public ImmutableList<Integer> shape() {
    return shape;
  }

  /** Number of values. */
  public int size() {
    return values.length;
  }

  /** One value, by its place in row-major order. */
  public float at(int place) {
    return values[place];
  }

  /** All values, row-major: a copy. */
  public float[] values() {
    return values.clone();
  }
}
