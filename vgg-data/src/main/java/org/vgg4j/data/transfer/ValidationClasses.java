package org.vgg4j.data.transfer;

import com.google.common.collect.ImmutableList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vgg4j.core.Problem;
import org.vgg4j.data.layout.Devkit;

/**
 * The class of every validation image of ImageNet, which its number decides.
 *
 * @param wordNetIds in the order of the numbers
 */
record ValidationClasses(ImmutableList<String> wordNetIds) {
  private static final Pattern NAME = Pattern.compile("ILSVRC2012_val_(\\d{8})\\.JPEG");

  static ValidationClasses of(Devkit devkit) {
    return new ValidationClasses(devkit.validationWordNetIds());
  }

  /**
   * The class of an image.
   *
   * @param place where it is, for messages
   * @throws Problem unless it is named as validation images are
   */
  String of(String name, String place) {
    Matcher matcher = NAME.matcher(name);
    int number = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    if (number < 1 || number > wordNetIds.size()) {
      throw Problem.data(
          place,
          "holds " + name + ", which is none of the " + wordNetIds.size() + " validation images",
          "take images and development kit of ILSVRC-2012");
    }
    return wordNetIds.get(number - 1);
  }

  /**
   * Makes sure that no image is missing.
   *
   * @throws Problem if their number is another one
   */
  void checkCount(long images, String place) {
    if (images != wordNetIds.size()) {
      throw Problem.data(
          place,
          "holds " + images + " images, but the development kit knows " + wordNetIds.size(),
          "take both whole and from ILSVRC-2012");
    }
  }
}
