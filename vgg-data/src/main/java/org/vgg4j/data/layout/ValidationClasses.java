package org.vgg4j.data.layout;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vgg4j.core.Problem;

/**
 * The class of every validation image of ImageNet, whose names don't tell it (section 4 of the
 * paper: 50 K images).
 */
public final class ValidationClasses {
  private final String source;
  private final ImmutableMap<String, String> wordNetIds;
  private final ImmutableList<String> all;

  /**
   * What some source says.
   *
   * @param source what to call it, for messages
   * @param wordNetIds class by file name
   * @param all every class, sorted
   */
  ValidationClasses(String source, Map<String, String> wordNetIds, List<String> all) {
    this.source = source;
    this.wordNetIds = ImmutableMap.copyOf(wordNetIds);
    this.all = ImmutableList.copyOf(all);
  }

  /** What a development kit says: the n-th line of its ground truth belongs to the n-th image. */
  public static ValidationClasses of(Devkit devkit) {
    ImmutableMap.Builder<String, String> classes = ImmutableMap.builder();
    ImmutableList<String> wordNetIds = devkit.validationWordNetIds();
    for (int i = 0; i < wordNetIds.size(); i++) {
      classes.put(fileName(i + 1), wordNetIds.get(i));
    }
    return new ValidationClasses("the development kit", classes.buildOrThrow(), devkit.classes());
  }

  private static String fileName(int number) {
    return String.format(Locale.ROOT, "ILSVRC2012_val_%08d.JPEG", number);
  }

  /** The WordNet ids of all classes, sorted: a class's label is its position. */
  ImmutableList<String> all() {
    return all;
  }

  /**
   * The class of an image.
   *
   * @param name of its file, without folders
   * @param place where it is, for messages
   * @return the WordNet id
   * @throws Problem unless the source knows that name
   */
  public String of(String name, String place) {
    String wordNetId = wordNetIds.get(name);
    if (wordNetId == null) {
      throw Problem.data(
          place,
          "holds "
              + name
              + ", which is none of the "
              + wordNetIds.size()
              + " validation images of "
              + source,
          "take images and their classes from ILSVRC-2012");
    }
    return wordNetId;
  }

  /**
   * Makes sure that no image is missing.
   *
   * @throws Problem if their number is another one
   */
  public void checkCount(long images, String place) {
    if (images != wordNetIds.size()) {
      throw Problem.data(
          place,
          "holds " + images + " images, but " + source + " knows " + wordNetIds.size(),
          "take both whole and from ILSVRC-2012");
    }
  }
}
