package org.vgg4j.core.foreign;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a JSON value is, without its numbers. */
sealed interface JsonOutline {
  /** Where in the file the value begins, in bytes. */
  long position();

  /** What has no meaning as a tensor: text, null, or a list of such. */
  record Other(long position) implements JsonOutline {}

  /** One text, which may name the object it is in. */
  record Text(long position, String text) implements JsonOutline {}

  /**
   * A number or nested lists of numbers.
   *
   * @param shape sizes of the lists, outermost first; none for a bare number
   */
  record Numbers(long position, List<Long> shape) implements JsonOutline {
    public Numbers {
      shape = ImmutableList.copyOf(shape);
    }
  }

  /** An object. */
  record Members(long position, Map<String, JsonOutline> values) implements JsonOutline {
    public Members {
      values = ImmutableMap.copyOf(values);
    }

    /** What the object says that its name is. */
    Optional<String> name() {
      return values.get("name") instanceof Text name ? Optional.of(name.text()) : Optional.empty();
    }
  }

  /** A list of objects, or of lists of such. */
  record Elements(long position, List<JsonOutline> values) implements JsonOutline {
    public Elements {
      values = ImmutableList.copyOf(values);
    }
  }
}
