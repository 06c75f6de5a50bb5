package org.vgg4j.core;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where each key of a YAML text stands. */
final class KeyLines {
  private static final YAMLFactory FACTORY = new YAMLFactory();

  private final Map<String, JsonLocation> places = new HashMap<>();

  private KeyLines() {}

  /** Reads as far as the text is YAML. */
  static KeyLines of(String text) {
    KeyLines lines = new KeyLines();
    try (JsonParser parser = FACTORY.createParser(text)) {
      lines.collect(parser);
    } catch (IOException e) {
      return lines; // the keys before the fault are known
    }
    return lines;
  }

  private void collect(JsonParser parser) throws IOException {
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      if (token == JsonToken.FIELD_NAME || isItem(token, parser)) {
        String key = parser.getParsingContext().pathAsPointer().toString();
        places.putIfAbsent(key.substring(1).replace('/', '.'), parser.currentTokenLocation());
      }
    }
  }

  /** Whether a record in a list begins, such as {@code rows.0}. */
  private static boolean isItem(JsonToken token, JsonParser parser) {
    return token == JsonToken.START_OBJECT && parser.getParsingContext().getParent().inArray();
  }

  /** {@code :LINE:COLUMN} of a dotted key such as {@code training.patience} or {@code rows.0}. */
  Optional<String> at(String dottedKey) {
    return Optional.ofNullable(places.get(dottedKey)).map(KeyLines::text);
  }

  /** The line of a dotted key, from 1; 0 where the text has no such key. */
  int lineOf(String dottedKey) {
    JsonLocation place = places.get(dottedKey);
    return place == null ? 0 : place.getLineNr();
  }

  static String text(JsonLocation place) {
    return ":" + place.getLineNr() + ":" + place.getColumnNr();
  }
}
