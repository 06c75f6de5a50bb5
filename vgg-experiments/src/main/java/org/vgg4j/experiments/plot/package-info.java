/** Curves of trainings as pictures, from their journals alone. */
@NullMarked
package org.vgg4j.experiments.plot;

import org.jspecify.annotations.NullMarked;
