package org.vgg4j.core.graph;

/**
 * In which order a class score map becomes posteriors. The paper's text says that the map is
 * averaged over its positions and then goes through the soft-max (section 3.2); the other order is
 * a switch.
 */
public enum Averaging {
  /** The mean of the scores over all positions, then soft-max. */
  SCORES,
  /** Soft-max at every position, then the mean of the posteriors. */
  POSTERIORS
}
