/**
 * Which part of an image a network sees, and at which scale: the random crops of training (section
 * 3.1 of the paper) and the fixed views of testing (section 3.2), as values. Reads no pixels but
 * through a resampler.
 */
@NullMarked
package org.vgg4j.data.augment;

import org.jspecify.annotations.NullMarked;
