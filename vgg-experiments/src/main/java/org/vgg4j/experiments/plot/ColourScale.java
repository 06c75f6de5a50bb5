package org.vgg4j.experiments.plot;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.awt.Color;

/**
 * Colours for numbers from 0 to 1, evenly mixed between fixed ones; the darker or lighter of two is
 * the larger also without any colour vision.
 */
enum ColourScale {
  /** From nothing, white, to a dark blue. */
  BLUES(0xFFFFFF, 0x9BC7E4, 0x0072B2, 0x003A5C),
  /** From dark violet over green to yellow (Smith and van der Walt, 2015). */
  VIRIDIS(0x440154, 0x3B528B, 0x21918C, 0x5EC962, 0xFDE725);

  private final ImmutableList<Color> anchors;

  ColourScale(int... colours) {
    ImmutableList.Builder<Color> all = ImmutableList.builder();
    for (int colour : colours) {
      all.add(new Color(colour));
    }
    this.anchors = all.build();
  }

  /** The colour of a number from 0 to 1. */
  Color of(double value) {
    checkArgument(value >= 0 && value <= 1, "%s has no colour", value);
    double place = value * (anchors.size() - 1);
    int lower = (int) Math.min(place, anchors.size() - 2.0);
    return mixed(anchors.get(lower), anchors.get(lower + 1), place - lower);
  }

  /** Of two colours the share of the second. */
  static Color mixed(Color first, Color second, double share) {
    return new Color(
        mixed(first.getRed(), second.getRed(), share),
        mixed(first.getGreen(), second.getGreen(), share),
        mixed(first.getBlue(), second.getBlue(), share));
  }

  private static int mixed(int first, int second, double share) {
    return (int) Math.round(first + share * (second - first));
  }
}
