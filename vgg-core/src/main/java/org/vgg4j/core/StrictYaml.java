package org.vgg4j.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Binds YAML to records without mercy: an unknown, missing, doubled or ill-typed key is a problem
 * with file, line and key, and what a record's constructor refuses is told in its own words. A
 * record component marked nullable may be absent.
 */
public final class StrictYaml {
  private static final ObjectMapper MAPPER =
      YAMLMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .annotationIntrospector(new RequiredUnlessNullable())
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .disable(YAMLGenerator.Feature.USE_NATIVE_TYPE_ID) // a key like all others
          .build();

  private StrictYaml() {}

  /** Reads a file. */
  public static <T> T read(Path file, Class<T> type) {
    return parse(file.toString(), text(file), type);
  }

  /**
   * The text of a file.
   *
   * @throws Problem if it can't be read
   */
  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw Problem.configuration(
              file.toString(), "can't be read (" + e.getMessage() + ")", "name a readable file")
          .causedBy(e);
    }
  }

  /** Reads a file that lies beside a class, in the program itself. */
  public static <T> T shipped(Class<?> neighbour, String name, Class<T> type) {
    try {
      String text = Resources.toString(Resources.getResource(neighbour, name), UTF_8);
      return parse(name, text, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Binds {@code text}; {@code source} stands in messages for where it came from. */
  public static <T> T parse(String source, String text, Class<T> type) {
    try {
      return MAPPER.readValue(text, type);
    } catch (JsonProcessingException e) {
      BindingFault fault = new BindingFault(e);
      FaultPlace place = fault.place();
      String at = KeyLines.of(text).at(place.key()).orElseGet(place::lineAndColumn);
      throw fault.problem(source + at);
    }
  }

  /** Binds a tree. */
  static <T> T bind(String source, JsonNode tree, Class<T> type) {
    try {
      return MAPPER.treeToValue(tree, type);
    } catch (JsonProcessingException e) {
      throw new BindingFault(e).problem(source);
    }
  }

  /** The first reason why a tree can't be bound, where there is one. */
  static Optional<BindingFault> fault(JsonNode tree, Class<?> type) {
    try {
      MAPPER.treeToValue(tree, type);
      return Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.of(new BindingFault(e));
    }
  }

  /** The tree of a value. */
  static ObjectNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  /** Writes a value as YAML, so that what was resolved can be read back. */
  public static String print(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
