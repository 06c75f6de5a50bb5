package org.vgg4j.experiments;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Map;
import org.vgg4j.core.KeyTree;
import org.vgg4j.train.Recipe;

/** Where a recipe differs from the paper's, found by comparison and so never forgotten. */
final class Deviations {
  /** A matter of memory alone. */
  private static final String WITHOUT_EFFECT = "microBatch";

  private Deviations() {}

  /** One sentence a difference, such as {@code "batch 32 (paper: 256)"}. */
  static List<String> of(Recipe recipe) {
    Map<String, String> ours = KeyTree.of(recipe).flat();
    Map<String, String> papers = KeyTree.of(Recipe.shipped("paper")).flat();
    return Difference.between(ours, papers).stream()
        .filter(difference -> !difference.key().equals(WITHOUT_EFFECT))
        .map(d -> d.key() + " " + d.first() + " (paper: " + d.second() + ")")
        .collect(ImmutableList.toImmutableList());
  }
}
