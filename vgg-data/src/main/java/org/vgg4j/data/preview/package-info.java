/**
 * Pictures for people of what a network sees of images: made by the same augmentation as training.
 */
@NullMarked
package org.vgg4j.data.preview;

import org.jspecify.annotations.NullMarked;
