/** What the known mistakes and liberties in testing a network cost in points. */
@NullMarked
package org.vgg4j.experiments.sensitivity;

import org.jspecify.annotations.NullMarked;
