package org.vgg4j.core;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which key of a text could not be bound. */
record FaultPlace(JsonProcessingException cause) {
  /** What a record's constructor refuses begins with the key: {@code batch: must be above 0}. */
  private static final Pattern REFUSAL = Pattern.compile("(\\w+): .*", Pattern.DOTALL);

  private static final Pattern TYPE_KEY = Pattern.compile("missing type id property '(\\w+)'");

  /** The dotted key that is wrong; empty where it is none. */
  String key() {
    String name = typeKey() != null ? typeKey() : refusedKey();
    if (name == null) {
      return above();
    }
    return above().isEmpty() ? name : above() + "." + name;
  }

  /** What to replace to go on: a record of a wrong kind as a whole. */
  String repairedKey() {
    return typeKey() == null ? key() : above();
  }

  /** The dotted key that the reader had reached; empty at the top. */
  String above() {
    return cause instanceof JsonMappingException mapping
        ? String.join(".", mapping.getPath().stream().map(FaultPlace::name).toList())
        : "";
  }

  private static String name(JsonMappingException.Reference part) {
    return part.getFieldName() == null ? Integer.toString(part.getIndex()) : part.getFieldName();
  }

  /** {@code :LINE:COLUMN} where the reader stood. */
  String lineAndColumn() {
    JsonLocation location = cause.getLocation();
    return location == null ? "" : KeyLines.text(location);
  }

  /** Whether the key that tells which record is meant is not there. */
  boolean lacksType() {
    return TYPE_KEY.matcher(cause.getOriginalMessage()).find();
  }

  /** The key that tells which record is meant, where that is what is wrong. */
  @Nullable String typeKey() {
    Matcher missing = TYPE_KEY.matcher(cause.getOriginalMessage());
    if (missing.find()) {
      return missing.group(1);
    }
    return cause instanceof InvalidTypeIdException type
        ? type.getBaseType().getRawClass().getAnnotation(JsonTypeInfo.class).property()
        : null;
  }

  /** What a record's constructor says, where it refused. */
  @Nullable String refusal() {
    return cause instanceof ValueInstantiationException && cause.getCause() != null
        ? cause.getCause().getMessage()
        : null;
  }

  private @Nullable String refusedKey() {
    String refusal = refusal();
    Matcher key = REFUSAL.matcher(refusal == null ? "" : refusal);
    return key.matches() ? key.group(1) : null;
  }
}
