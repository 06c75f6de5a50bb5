package org.vgg4j.data;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.vgg4j.core.Problem;
import org.vgg4j.data.source.LabelledFiles;

/** Whether the splits of a data set mean the same classes by their labels. */
final class ClassAgreement {
  private static final int NAMED = 5;

  private ClassAgreement() {}

  /**
   * Compares by name.
   *
   * @throws Problem if one split has classes that the other lacks, or in another order
   */
  static void check(Path location, Collection<LabelledFiles> splits) {
    List<List<String>> classes = splits.stream().<List<String>>map(LabelledFiles::classes).toList();
    List<String> train = classes.get(0);
    List<String> val = classes.get(classes.size() - 1);
    if (!train.equals(val)) {
      throw Problem.data(
          location.toString(),
          "train and val have different classes: only in train "
              + missing(train, val)
              + ", only in val "
              + missing(val, train),
          "give both the same classes in the same order");
    }
  }

  private static String missing(List<String> from, List<String> in) {
    Set<String> missing = Sets.difference(ImmutableSet.copyOf(from), ImmutableSet.copyOf(in));
    List<String> some = missing.stream().limit(NAMED).toList();
    int others = missing.size() - some.size();
    return some + (others == 0 ? "" : " and " + others + " more");
  }
}
