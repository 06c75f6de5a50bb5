/**
 * Measures speed: of networks beside a matrix product, and of our training loop beside its graph.
 */
@NullMarked
package org.vgg4j.experiments.bench;

import org.jspecify.annotations.NullMarked;
