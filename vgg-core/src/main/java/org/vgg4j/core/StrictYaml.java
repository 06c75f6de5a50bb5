package org.vgg4j.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
          .build();

  private StrictYaml() {}

  /** Reads a file. */
  public static <T> T read(Path file, Class<T> type) {
    try {
      return parse(file.toString(), Files.readString(file), type);
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
      throw Problem.configuration(source + at(e.getLocation()), what(e), remedy(e)).causedBy(e);
    }
  }

  /** Writes a value as YAML, so that what was resolved can be read back. */
  public static String print(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String at(@Nullable JsonLocation location) {
    return location == null ? "" : ":" + location.getLineNr() + ":" + location.getColumnNr();
  }

  private static String what(JsonProcessingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      return "unknown key " + path(unknown);
    }
    if (e instanceof ValueInstantiationException refused && refused.getCause() != null) {
      return (path(refused) + " " + refused.getCause().getMessage()).strip();
    }
    if (isMissingKey(e)) {
      return "missing key " + path((JsonMappingException) e);
    }
    String prefix = e instanceof JsonMappingException mapping ? path(mapping) + " " : "";
    return (prefix + e.getOriginalMessage().split("\\R", 2)[0]).strip();
  }

  private static String remedy(JsonProcessingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      return Spelling.suggestion(unknown.getPropertyName(), names(unknown.getKnownPropertyIds()));
    }
    if (e instanceof InvalidFormatException format && format.getTargetType().isEnum()) {
      return "allowed: "
          + Arrays.stream(format.getTargetType().getEnumConstants())
              .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(", "));
    }
    if (isMissingKey(e)) {
      return "add it; a misspelt key counts as missing";
    }
    return "correct that line";
  }

  private static boolean isMissingKey(JsonProcessingException e) {
    return e instanceof MismatchedInputException
        && e.getOriginalMessage().startsWith("Missing required creator property");
  }

  private static Collection<String> names(Collection<Object> ids) {
    return ids.stream().map(Object::toString).sorted().toList();
  }

  private static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(
            part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : part.getFieldName())
        .collect(Collectors.joining("."));
  }
}
