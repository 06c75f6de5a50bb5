package org.vgg4j.eval;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import java.util.List;

/** The ids of images as one text, a JSON list of strings. */
final class IdList {
  private static final ObjectMapper JSON = new ObjectMapper();

  private IdList() {}

  static String print(List<String> ids) {
    try {
      return JSON.writeValueAsString(ids);
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
    ImmutableList.Builder<String> ids = ImmutableList.builder();
    JsonNode list = tree(text);
    checkArgument(list.isArray(), "the ids are no list");
    for (JsonNode id : list) {
      checkArgument(id.isTextual(), "the id %s is no text", id);
      ids.add(id.textValue());
    }
    return ids.build();
  }

  private static JsonNode tree(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the ids are not JSON: " + e.getOriginalMessage(), e);
    }
  }
}
