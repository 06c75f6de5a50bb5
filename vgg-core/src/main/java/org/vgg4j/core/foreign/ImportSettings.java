package org.vgg4j.core.foreign;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import org.vgg4j.core.Problem;
import org.vgg4j.core.spec.NetworkSpec;

/**
 * What a file of other people's weights holds.
 *
 * @param network the network; its number of classes is taken from the file
 * @param crop side in pixels of the crops that it was trained on
 * @param layout the orders of axes in the file
 * @param input what the network expects of pixels
 * @param classNames what the classes are called, in the order of the scores; none where unknown
 * @param names the file's tensor for each of our parameters; nothing where they are to be found
 */
public record ImportSettings(
    NetworkSpec network,
    int crop,
    Layout layout,
    Convention.Input input,
    List<String> classNames,
    Map<String, String> names) {
  public ImportSettings {
    classNames = ImmutableList.copyOf(classNames);
    names = ImmutableMap.copyOf(names);
  }

  /** Checks that every class has a name, where any has. */
  void checkNames(int classes) {
    if (!classNames.isEmpty() && classNames.size() != classes) {
      throw Problem.configuration(
          "the list of classes",
          "has %d names, and the last layer of the file %d outputs"
              .formatted(classNames.size(), classes),
          "give the list that belongs to the file (--classes)");
    }
  }
}
