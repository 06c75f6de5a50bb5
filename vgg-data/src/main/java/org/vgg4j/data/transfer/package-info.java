/**
 * Data sets on their way to where layouts find them: downloads of public ones, and ImageNet out of
 * the archives that only its users may have. All work can be broken off and goes on from there.
 */
@NullMarked
package org.vgg4j.data.transfer;

import org.jspecify.annotations.NullMarked;
