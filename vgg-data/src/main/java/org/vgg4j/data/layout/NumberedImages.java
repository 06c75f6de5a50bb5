package org.vgg4j.data.layout;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import java.util.function.IntUnaryOperator;
import org.vgg4j.core.Problem;
import org.vgg4j.data.source.LabelledFiles;
import org.vgg4j.data.source.Split;

/**
 * Images that have no names but numbers, such as {@code val/00017}.
 *
 * @param dataset the name of the data set, for people
 * @param split the split they make up
 * @param classes in the order of their labels
 */
record NumberedImages(String dataset, Split split, ImmutableList<String> classes) {
  private static final int DIGITS = 5;

  /**
   * A split of records.
   *
   * @param labels the label of every record, as it is stored
   * @throws Problem if a label is that of no class
   */
  LabelledFiles files(RecordContents contents, IntUnaryOperator labels, RawPixels pixels) {
    LabelledFiles.Builder files = LabelledFiles.builder(dataset + "/" + split, classes);
    for (int i = 0; i < contents.size(); i++) {
      files.add(id(i), checked(labels.applyAsInt(i), contents, i));
    }
    return files.build(contents, pixels);
  }

  private String id(int number) {
    return split + "/" + Strings.padStart(Integer.toString(number), DIGITS, '0');
  }

  private int checked(int label, RecordContents contents, int index) {
    if (label >= classes.size()) {
      throw Problem.data(
          contents.place(index),
          "has label " + label + ", but there are " + classes.size() + " classes, numbered from 0",
          "it is damaged or of another data set; download it again");
    }
    return label;
  }
}
