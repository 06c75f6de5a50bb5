/**
 * What TensorBoard shows of a training: event files, written as it goes. Listens to the trainer and
 * is unknown to it.
 */
@NullMarked
package org.vgg4j.train.events;

import org.jspecify.annotations.NullMarked;
