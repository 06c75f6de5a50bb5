/**
 * The paper's training (section 3.1): recipe, schedule, trainer, checkpoints and journal. Knows
 * nothing of evaluation: what a validation is, the caller passes in.
 */
@NullMarked
package org.vgg4j.train;

import org.jspecify.annotations.NullMarked;
