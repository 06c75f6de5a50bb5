package org.vgg4j.experiments;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import java.util.List;
import java.util.Map;

/**
 * A key that two configurations have with other values.
 *
 * @param key dotted, such as {@code training.patience}
 * @param first its value in the first; {@value #NONE} where that has no such key
 * @param second its value in the second
 */
public record Difference(String key, String first, String second) {
  /** Stands for the value of a key that is not there. */
  public static final String NONE = "none";

  /** Every difference, in the order of the first's keys, then the second's. */
  public static List<Difference> between(Map<String, String> first, Map<String, String> second) {
    ImmutableList.Builder<Difference> differences = ImmutableList.builder();
    for (String key : Sets.union(first.keySet(), second.keySet())) {
      String one = first.getOrDefault(key, NONE);
      String other = second.getOrDefault(key, NONE);
      if (!one.equals(other)) {
        differences.add(new Difference(key, one, other));
      }
    }
    return differences.build();
  }
}
