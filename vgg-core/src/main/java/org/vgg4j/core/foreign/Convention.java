package org.vgg4j.core.foreign;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Optional;
import org.vgg4j.core.spec.Preprocessing;

/**
 * How a program stores networks, and what its published ones expect of pixels.
 *
 * @param layout the orders of axes
 * @param input what its published networks expect; empty where that is left to everybody
 */
public record Convention(Layout layout, Optional<Input> input) {

  /**
   * What a network expects of a pixel.
   *
   * @param preprocessing in the order R, G, B, whatever the network's own
   */
  public record Input(ChannelOrder channels, Preprocessing preprocessing) {}

  private static final Layout CHANNELS_FIRST = Layout.parse("oihw,oi,chw");
  private static final Layout CHANNELS_LAST = Layout.parse("hwio,io,hwc");

  /** The authors' networks: BGR minus the mean pixel (paper, section 2.1). */
  private static final Input AUTHORS = new Input(ChannelOrder.BGR, Preprocessing.imageNet());

  /** torchvision: 0..1, minus a mean, divided by a standard deviation. */
  private static final Input TORCHVISION =
      new Input(
          ChannelOrder.RGB,
          new Preprocessing(
              times255(0.485, 0.456, 0.406),
              times255(0.229, 0.224, 0.225).stream().map(deviation -> 1 / deviation).toList()));

  private static final ImmutableMap<String, Convention> NAMED =
      ImmutableMap.of(
          "caffe", new Convention(CHANNELS_FIRST, Optional.of(AUTHORS)),
          "keras", new Convention(CHANNELS_LAST, Optional.of(AUTHORS)),
          "torchvision", new Convention(CHANNELS_FIRST, Optional.of(TORCHVISION)),
          "pytorch", new Convention(CHANNELS_FIRST, Optional.empty()),
          "tensorflow", new Convention(CHANNELS_LAST, Optional.empty()));

  /** The names of the conventions. */
  static ImmutableList<String> names() {
    return NAMED.keySet().asList();
  }

  /**
   * A convention by the program's name, or the orders of axes alone.
   *
   * @throws org.vgg4j.core.Problem if the text is neither
   */
  public static Convention parse(String text) {
    Convention named = NAMED.get(text);
    return named == null ? new Convention(Layout.parse(text), Optional.empty()) : named;
  }

  private static List<Double> times255(double red, double green, double blue) {
    return ImmutableList.of(255 * red, 255 * green, 255 * blue);
  }
}
