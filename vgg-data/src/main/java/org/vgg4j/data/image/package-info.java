/**
 * Pixels: images, decoding and rescaling. Knows nothing of labels, data sets or randomness; files
 * and arrays come in, images go out.
 */
@NullMarked
package org.vgg4j.data.image;

import org.jspecify.annotations.NullMarked;
