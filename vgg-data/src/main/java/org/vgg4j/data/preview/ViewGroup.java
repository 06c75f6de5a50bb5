package org.vgg4j.data.preview;

import com.google.common.collect.ImmutableList;
import java.awt.Color;
import java.util.List;

/**
 * Views of an image that have something in common.
 *
 * @param title what it is
 * @param colour of its title and frames
 * @param outlined whether the original shows where they lie
 * @param views side by side
 */
record ViewGroup(String title, Color colour, boolean outlined, List<View> views) {
  ViewGroup {
    views = ImmutableList.copyOf(views);
  }
}
