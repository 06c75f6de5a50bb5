/**
 * The ways in which people store image data sets, a class each: what lies where, which image has
 * which label, in which order. Names and places only; pixels are read elsewhere.
 */
@NullMarked
package org.vgg4j.data.layout;

import org.jspecify.annotations.NullMarked;
