/**
 * What every room uses: problems that end in one line, seeds, and files that are never half
 * written. Knows nothing of networks or of TensorFlow.
 */
@NullMarked
package org.vgg4j.core;

import org.jspecify.annotations.NullMarked;
