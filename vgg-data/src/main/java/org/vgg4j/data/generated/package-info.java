/**
 * The data set that anyone can make again from three numbers: scenes of shapes, drawn by
 * arithmetic. No file is read.
 */
@NullMarked
package org.vgg4j.data.generated;

import org.jspecify.annotations.NullMarked;
