/**
 * The paper's testing (sections 3.2 and 4): protocols, class posteriors of every image, error rates
 * and how sure they are. Knows nothing of training.
 */
@NullMarked
package org.vgg4j.eval;

import org.jspecify.annotations.NullMarked;
