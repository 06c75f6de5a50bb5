package org.vgg4j.core.graph;

/**
 * What one SGD step saw before its update.
 *
 * @param loss mean soft-max cross-entropy over the mini-batch, without weight decay
 * @param correct images whose best-scored class is the true one, with dropout on
 */
public record StepResult(double loss, int correct) {}
