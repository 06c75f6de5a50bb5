package org.vgg4j.data.generated;

import com.google.errorprone.annotations.Immutable;

/** A part of the plane around the origin, within the unit disc. */
@Immutable
@FunctionalInterface
interface Region {
  boolean contains(double x, double y);
}
