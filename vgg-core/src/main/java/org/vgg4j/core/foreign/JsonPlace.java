package org.vgg4j.core.foreign;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * A tensor of a JSON file.
 *
 * @param position of the value in the file that holds its numbers, in bytes
 * @param steps from that value to the numbers: a key of an object, an index of a list, or {@code *}
 *     for all elements of a list
 */
record JsonPlace(ForeignTensor tensor, long position, List<String> steps) implements PlacedTensor {
  JsonPlace {
    steps = ImmutableList.copyOf(steps);
  }
}
