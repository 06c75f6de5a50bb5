/**
 * From a split to what a step or an evaluation eats, loaded ahead on worker threads. What comes
 * out, and in which order, never depends on the number of threads.
 */
@NullMarked
package org.vgg4j.data.batch;

import org.jspecify.annotations.NullMarked;
