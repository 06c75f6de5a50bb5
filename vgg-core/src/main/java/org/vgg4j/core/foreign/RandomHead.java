package org.vgg4j.core.foreign;

import java.util.function.Function;
import org.vgg4j.core.spec.Parameter;

/**
 * Fully-connected layers for a file that was written without them (Keras calls it {@code no-top}):
 * the convolutions are theirs, what comes after them has yet to be trained.
 *
 * @param classes number of classes of the last layer
 * @param origin how the values came about, for the manifest, such as {@code he, seed 1}
 * @param values the starting values of a parameter, row-major
 */
public record RandomHead(int classes, String origin, Function<Parameter, float[]> values) {}
