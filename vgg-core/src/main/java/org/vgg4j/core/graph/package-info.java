/**
 * From a spec to TensorFlow operations, gradients, SGD steps and sessions. The only room that
 * creates, fetches or closes a native tensor: Java arrays come in and go out.
 */
@NullMarked
package org.vgg4j.core.graph;

import org.jspecify.annotations.NullMarked;
