package org.vgg4j.experiments;

import com.google.common.collect.ImmutableList;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Objects;
import org.vgg4j.train.Recipe;

/** Where a recipe differs from the paper's, found by comparison and so never forgotten. */
final class Deviations {
  private Deviations() {}

  /** One sentence a difference, such as {@code "batch 32 (paper: 256)"}. */
  static List<String> of(Recipe recipe) {
    ImmutableList.Builder<String> deviations = ImmutableList.builder();
    collect("", recipe, Recipe.shipped("paper"), deviations);
    return deviations.build();
  }

  private static void collect(
      String prefix, Record ours, Record papers, ImmutableList.Builder<String> deviations) {
    for (RecordComponent component : ours.getClass().getRecordComponents()) {
      String name = prefix + component.getName();
      Object our = value(component, ours);
      Object paper = value(component, papers);
      if (our instanceof Record ourRecord && paper instanceof Record paperRecord) {
        collect(name + ".", ourRecord, paperRecord, deviations);
      } else if (!Objects.equals(our, paper) && !name.equals("microBatch")) {
        deviations.add(name + " " + our + " (paper: " + paper + ")");
      }
    }
  }

  private static Object value(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(component.getName(), e);
    }
  }
}
