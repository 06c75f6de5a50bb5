package org.vgg4j.core.foreign;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vgg4j.core.foreign.JsonOutline.Elements;
import org.vgg4j.core.foreign.JsonOutline.Members;
import org.vgg4j.core.foreign.JsonOutline.Numbers;
import org.vgg4j.core.foreign.JsonOutline.Other;
import org.vgg4j.core.foreign.JsonOutline.Text;

/** Reads the outline of a JSON text in one pass, keeping none of its numbers. */
final class JsonOutlineReader {
  /** No honest file has as many parts, and a hostile one must not fill the memory. */
  private static final int MOST_PARTS = 200_000;

  private static final int LONGEST_NAME = 200;

  private final JsonParser parser;
  private int parts;

  private JsonOutlineReader(JsonParser parser) {
    this.parser = parser;
  }

  /**
   * Reads the only value of a text.
   *
   * @throws IllegalArgumentException if the text has none, or one whose lists are ragged
   */
  static JsonOutline read(JsonParser parser) throws IOException {
    checkArgument(parser.nextToken() != null, "it is empty");
    JsonOutline outline = new JsonOutlineReader(parser).value();
    checkArgument(parser.nextToken() == null, "something follows its only value");
    return outline;
  }

  private JsonOutline value() throws IOException {
    long position = parser.currentTokenLocation().getByteOffset();
    checkArgument(position >= 0, "it is not in UTF-8");
    return switch (parser.currentToken()) {
      case START_OBJECT -> members(position);
      case START_ARRAY -> list(position);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Numbers(position, List.of());
      case VALUE_STRING -> new Text(position, shortText());
      default -> new Other(position);
    };
  }

  private String shortText() throws IOException {
    return parser.getTextLength() <= LONGEST_NAME ? parser.getText() : "";
  }

  private JsonOutline members(long position) throws IOException {
    Map<String, JsonOutline> values = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      countPart();
      parser.nextToken();
      checkArgument(
          values.putIfAbsent(name, value()) == null, "one of its objects has two %s", name);
    }
    return new Members(position, values);
  }

  /** Of a list of numbers only the first element is kept: the others must be like it. */
  private JsonOutline list(long position) throws IOException {
    List<JsonOutline> kept = new ArrayList<>();
    long size = 0;
    for (; parser.nextToken() != JsonToken.END_ARRAY; size++) {
      JsonOutline element = value();
      if (size == 0) {
        kept.add(element);
      } else if (element instanceof Numbers other && kept.get(0) instanceof Numbers first) {
        checkAlike(first, other);
      } else {
        countPart();
        kept.add(element);
      }
    }
    return outline(position, size, kept);
  }

  private static void checkAlike(Numbers first, Numbers other) {
    checkArgument(
        first.shape().equals(other.shape()),
        "one of its lists is ragged: its parts have the shapes %s and %s (byte %s)",
        first.shape(),
        other.shape(),
        other.position());
  }

  private static JsonOutline outline(long position, long size, List<JsonOutline> kept) {
    if (size == 0) {
      return new Numbers(position, List.of(0L));
    }
    if (kept.size() == 1 && kept.get(0) instanceof Numbers numbers) {
      List<Long> shape = new ArrayList<>(numbers.shape());
      shape.add(0, size);
      return new Numbers(position, shape);
    }
    boolean structured = kept.stream().anyMatch(e -> e instanceof Members || e instanceof Elements);
    checkArgument(
        !structured || kept.size() == size,
        "one of its lists mixes numbers and objects (byte %s)",
        position);
    return structured ? new Elements(position, kept) : new Other(position);
  }

  private void countPart() {
    parts++;
    checkArgument(parts <= MOST_PARTS, "it has more than %s parts", MOST_PARTS);
  }
}
