/**
 * Weights that other programs wrote: their files, the names and layouts that their tensors have
 * there, and how these become the parameters of one of our networks. Nothing of a file is run, and
 * no more than one tensor is in memory.
 */
@NullMarked
package org.vgg4j.core.foreign;

import org.jspecify.annotations.NullMarked;
