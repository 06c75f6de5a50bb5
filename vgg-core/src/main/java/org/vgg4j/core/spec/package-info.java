/**
 * Networks as pure values: layers, the one-line notation and its parser, shapes, parameters,
 * multiply-adds, receptive fields and memory, and the paper's own networks (sections 2.1 to 2.3).
 * No TensorFlow enters here.
 */
@NullMarked
package org.vgg4j.core.spec;

import org.jspecify.annotations.NullMarked;
