package org.vgg4j.core;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.google.common.base.Splitter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why a text could not be bound, in our words: which key, what, and how to fix it. */
final class BindingFault {
  /** What a record's constructor refuses begins with the key: {@code batch: must be above 0}. */
  private static final Pattern REFUSAL = Pattern.compile("(\\w+): .*", Pattern.DOTALL);

  private static final Pattern TYPE_KEY = Pattern.compile("missing type id property '(\\w+)'");

  private final JsonProcessingException cause;

  BindingFault(JsonProcessingException cause) {
    this.cause = cause;
  }

  /** The kinds of fault that differ in how they are put right. */
  enum Kind {
    UNKNOWN_KEY,
    MISSING_KEY,
    BAD_VALUE,
    NO_YAML
  }

  Kind kind() {
    if (cause instanceof UnrecognizedPropertyException) {
      return Kind.UNKNOWN_KEY;
    }
    if (isMissing()) {
      return Kind.MISSING_KEY;
    }
    return path().isEmpty() && refusal() == null ? Kind.NO_YAML : Kind.BAD_VALUE;
  }

  /** The dotted key that is wrong; empty where it is none. */
  String key() {
    String below = join(path());
    String name = typeKey() != null ? typeKey() : refusedKey();
    if (name == null) {
      return below;
    }
    return below.isEmpty() ? name : below + "." + name;
  }

  /** What to replace to go on: a record of a wrong kind as a whole. */
  String repairedKey() {
    return typeKey() == null ? key() : join(path());
  }

  /** Where the reader stood. */
  String place() {
    JsonLocation location = cause.getLocation();
    return location == null ? "" : KeyLines.text(location);
  }

  Problem problem(String where) {
    return Problem.configuration(where, what(), remedy()).causedBy(cause);
  }

  private String what() {
    return switch (kind()) {
      case UNKNOWN_KEY -> "unknown key " + key();
      case MISSING_KEY -> "missing key " + key();
      case BAD_VALUE, NO_YAML -> (join(path()) + " " + reason()).strip();
    };
  }

  private String reason() {
    String refusal = refusal();
    if (refusal != null) {
      return refusal;
    }
    if (cause instanceof InvalidTypeIdException type) {
      return typeKey() + ": " + type.getTypeId() + " is not known";
    }
    if (cause instanceof InvalidFormatException format && format.getTargetType().isEnum()) {
      return format.getValue() + " is not known";
    }
    return shape()
        .map(shape -> "is not " + shape)
        .orElseGet(() -> Splitter.onPattern("\\R").splitToList(cause.getOriginalMessage()).get(0));
  }

  /** What should stand there, where a value of another shape does. */
  private Optional<String> shape() {
    if (!(cause instanceof MismatchedInputException mismatch)
        || cause instanceof InvalidFormatException
        || mismatch.getTargetType() == null) {
      return Optional.empty();
    }
    Class<?> wanted = mismatch.getTargetType();
    if (Collection.class.isAssignableFrom(wanted)) {
      return Optional.of("a list, such as [a, b]");
    }
    if (wanted.equals(String.class)) {
      return Optional.of("one value");
    }
    return wanted.isRecord() || Map.class.isAssignableFrom(wanted)
        ? Optional.of("keys with values, such as {key: value}")
        : Optional.empty();
  }

  private String remedy() {
    if (cause instanceof UnrecognizedPropertyException unknown) {
      return Spelling.suggestion(unknown.getPropertyName(), names(unknown.getKnownPropertyIds()));
    }
    if (isMissing()) {
      return "add it; a misspelt key counts as missing";
    }
    if (cause instanceof InvalidTypeIdException type) {
      return Spelling.suggestion(type.getTypeId(), typeNames(type));
    }
    if (cause instanceof InvalidFormatException format && format.getTargetType().isEnum()) {
      return "allowed: "
          + Arrays.stream(format.getTargetType().getEnumConstants())
              .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(", "));
    }
    return "correct that line";
  }

  private boolean isMissing() {
    return cause instanceof MismatchedInputException
        && (cause.getOriginalMessage().startsWith("Missing required creator property")
            || TYPE_KEY.matcher(cause.getOriginalMessage()).find());
  }

  /** The key that tells which record is meant, where that is what is wrong. */
  private @Nullable String typeKey() {
    Matcher missing = TYPE_KEY.matcher(cause.getOriginalMessage());
    if (missing.find()) {
      return missing.group(1);
    }
    return cause instanceof InvalidTypeIdException type
        ? type.getBaseType().getRawClass().getAnnotation(JsonTypeInfo.class).property()
        : null;
  }

  private static List<String> typeNames(InvalidTypeIdException type) {
    JsonSubTypes types = type.getBaseType().getRawClass().getAnnotation(JsonSubTypes.class);
    return Arrays.stream(types.value()).map(JsonSubTypes.Type::name).sorted().toList();
  }

  private @Nullable String refusal() {
    return cause instanceof ValueInstantiationException && cause.getCause() != null
        ? cause.getCause().getMessage()
        : null;
  }

  private @Nullable String refusedKey() {
    String refusal = refusal();
    Matcher key = REFUSAL.matcher(refusal == null ? "" : refusal);
    return key.matches() ? key.group(1) : null;
  }

  private List<String> path() {
    return cause instanceof JsonMappingException mapping
        ? mapping.getPath().stream().map(BindingFault::name).toList()
        : List.of();
  }

  private static String name(JsonMappingException.Reference part) {
    return part.getFieldName() == null ? Integer.toString(part.getIndex()) : part.getFieldName();
  }

  private static String join(List<String> path) {
    return String.join(".", path);
  }

  private static Collection<String> names(Collection<Object> ids) {
    return ids.stream().map(Object::toString).sorted().toList();
  }
}
