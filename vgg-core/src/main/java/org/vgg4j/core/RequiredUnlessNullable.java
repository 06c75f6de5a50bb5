package org.vgg4j.core;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells Jackson that every component of a record is required and no null, nor holds one, but for
 * those marked nullable.
 */
public final class RequiredUnlessNullable extends JacksonAnnotationIntrospector {
  private static final long serialVersionUID = 1L;

  @Override
  public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
    return isRequired(member).orElseGet(() -> super.hasRequiredMarker(member));
  }

  @Override
  public JsonSetter.Value findSetterInfo(Annotated member) {
    return isRequired(member).orElse(false)
        ? JsonSetter.Value.forValueNulls(Nulls.FAIL, Nulls.FAIL)
        : super.findSetterInfo(member);
  }

  /** Empty for what is no component of a record. */
  private static Optional<Boolean> isRequired(Annotated member) {
    return member instanceof AnnotatedParameter parameter
            && parameter.getOwner().getAnnotated() instanceof Constructor<?> constructor
        ? Optional.of(!isNullable(constructor, parameter.getIndex()))
        : Optional.empty();
  }

  private static boolean isNullable(Executable constructor, int index) {
    return constructor.getAnnotatedParameterTypes()[index].isAnnotationPresent(Nullable.class);
  }
}
