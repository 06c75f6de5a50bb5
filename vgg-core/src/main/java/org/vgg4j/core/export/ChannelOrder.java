package org.vgg4j.core.export;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.util.List;
import java.util.Locale;

/** In which order a network takes the channels of a pixel. Ours always take RGB. */
public enum ChannelOrder {
  RGB,
  /** As Caffe and OpenCV read images, and Keras's VGG networks take them. */
  BGR;

  /** Values of R, G and B in this order. */
  <T> ImmutableList<T> arranged(List<T> redGreenBlue) {
    return ImmutableList.copyOf(this == RGB ? redGreenBlue : Lists.reverse(redGreenBlue));
  }

  /** {@code rgb} or {@code bgr}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
