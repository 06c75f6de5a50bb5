package org.vgg4j.core;

import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import org.jspecify.annotations.Nullable;

/** Tells Jackson that every component of a record is required, but for those marked nullable. */
final class RequiredUnlessNullable extends JacksonAnnotationIntrospector {
  private static final long serialVersionUID = 1L;

  @Override
  public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
    if (member instanceof AnnotatedParameter parameter
        && parameter.getOwner().getAnnotated() instanceof Constructor<?> constructor) {
      return !isNullable(constructor, parameter.getIndex());
    }
    return super.hasRequiredMarker(member);
  }

  private static boolean isNullable(Executable constructor, int index) {
    return constructor.getAnnotatedParameterTypes()[index].isAnnotationPresent(Nullable.class);
  }
}
