package org.vgg4j.core;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.google.common.base.Splitter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why a text could not be bound, in our words: which key, what, and how to fix it. */
final class BindingFault {
  private final JsonProcessingException cause;
  private final FaultPlace place;

  BindingFault(JsonProcessingException cause) {
    this.cause = cause;
    this.place = new FaultPlace(cause);
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
    return place.above().isEmpty() && place.refusal() == null ? Kind.NO_YAML : Kind.BAD_VALUE;
  }

  /** The key that is wrong. */
  FaultPlace place() {
    return place;
  }

  Problem problem(String where) {
    return Problem.configuration(where, what(), remedy()).causedBy(cause);
  }

  private String what() {
    return switch (kind()) {
      case UNKNOWN_KEY -> "unknown key " + place.key();
      case MISSING_KEY -> "missing key " + place.key();
      case BAD_VALUE, NO_YAML -> (place.above() + " " + reason()).strip();
    };
  }

  private String reason() {
    String refusal = place.refusal();
    if (refusal != null) {
      return refusal;
    }
    if (cause instanceof InvalidTypeIdException type) {
      return place.typeKey() + ": " + type.getTypeId() + " is not known";
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
            || place.lacksType());
  }

  private static List<String> typeNames(InvalidTypeIdException type) {
    JsonSubTypes types = type.getBaseType().getRawClass().getAnnotation(JsonSubTypes.class);
    return Arrays.stream(types.value()).map(JsonSubTypes.Type::name).sorted().toList();
  }

  private static Collection<String> names(Collection<Object> ids) {
    return ids.stream().map(Object::toString).sorted().toList();
  }
}
