/**
 * Weights going out: a trained network as a file that other programs read, in their names, their
 * order of axes and their format. Values are asked for one tensor at a time.
 */
@NullMarked
package org.vgg4j.core.export;

import org.jspecify.annotations.NullMarked;
