package org.vgg4j.core;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where each key of a YAML text stands. */
public final class KeyLines {
  private static final YAMLFactory FACTORY = new YAMLFactory();

  private final Map<String, JsonLocation> places = new HashMap<>();

  private KeyLines() {}

  /**
   * Reads a file, as far as it is YAML.
   *
   * @throws Problem if it can't be read
   */
  public static KeyLines read(Path file) {
    return of(StrictYaml.text(file));
  }

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

  /** Whether the text has a key, or a record of a list such as {@code rows.0}. */
  public boolean has(String dottedKey) {
    return places.containsKey(dottedKey);
  }

  /** {@code :LINE:COLUMN} of a key, or of the nearest above it; empty where the text has none. */
  public String nearest(String dottedKey) {
    return at(standing(dottedKey)).orElse("");
  }

  /** The line of a key, or of the nearest above it, from 1; 0 where the text has none. */
  public int nearestLine(String dottedKey) {
    JsonLocation place = places.get(standing(dottedKey));
    return place == null ? 0 : place.getLineNr();
  }

  private String standing(String key) {
    int dot = key.lastIndexOf('.');
    return dot < 0 || has(key) ? key : standing(key.substring(0, dot));
  }

  static String text(JsonLocation place) {
    return ":" + place.getLineNr() + ":" + place.getColumnNr();
  }
}
