/**
 * Named tensors on disk: safetensors files, written whole or not at all, read by name. No
 * TensorFlow enters here.
 */
@NullMarked
package org.vgg4j.core.weights;

import org.jspecify.annotations.NullMarked;
