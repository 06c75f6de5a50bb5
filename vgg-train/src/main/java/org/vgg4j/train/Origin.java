package org.vgg4j.train;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * Where a training comes from.
 *
 * @param data what identifies the training images, such as the hash of their manifest
 * @param classNames what their classes are called, in the order of the labels; none where unknown
 * @param start what identifies the starting point, such as the hash of another network's weights
 */
public record Origin(String data, List<String> classNames, String start) {
  public Origin {
    classNames = ImmutableList.copyOf(classNames);
  }
}
