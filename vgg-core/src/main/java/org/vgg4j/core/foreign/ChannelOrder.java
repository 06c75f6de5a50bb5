package org.vgg4j.core.foreign;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.vgg4j.core.Problem;
import org.vgg4j.core.Spelling;

/** The order in which a network was trained to see the colours of a pixel. */
public enum ChannelOrder {
  RGB,
  /** The order of OpenCV, and so of Caffe and of what descends from it. */
  BGR;

  /**
   * The order of that name.
   *
   * @throws Problem if there is none
   */
  public static ChannelOrder named(String name) {
    return Arrays.stream(values())
        .filter(order -> order.toString().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.configuration(
                    "--channels " + name,
                    "there is no such order of channels",
                    Spelling.suggestion(name, ImmutableList.of("rgb", "bgr"))));
  }

  /** Where our channel (R, G, B) is in this order. */
  int of(int channel, int channels) {
    return this == RGB ? channel : channels - 1 - channel;
  }

  /** Values of R, G and B in this order. */
  public <T> ImmutableList<T> arranged(List<T> redGreenBlue) {
    return ImmutableList.copyOf(this == RGB ? redGreenBlue : Lists.reverse(redGreenBlue));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
