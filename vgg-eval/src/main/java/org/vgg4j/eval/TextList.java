package org.vgg4j.eval;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import java.util.List;

/** The names of images or classes as one text, a JSON list of strings. */
final class TextList {
  private static final ObjectMapper JSON = new ObjectMapper();

  private TextList() {}

  static String print(List<String> names) {
    try {
      return JSON.writeValueAsString(names);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Reads a list.
   *
   * @throws IllegalArgumentException if the text is none
   */
  static ImmutableList<String> read(String text) {
    ImmutableList.Builder<String> names = ImmutableList.builder();
    JsonNode list = tree(text);
    checkArgument(list.isArray(), "the names are no list");
    for (JsonNode name : list) {
      checkArgument(name.isTextual(), "the name %s is no text", name);
      names.add(name.textValue());
    }
    return names.build();
  }

  private static JsonNode tree(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the names are not JSON: " + e.getOriginalMessage(), e);
    }
  }
}
