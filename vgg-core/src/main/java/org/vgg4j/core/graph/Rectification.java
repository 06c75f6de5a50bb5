package org.vgg4j.core.graph;

/** On which side of its rectification (ReLU) the output of a layer is looked at. */
public enum Rectification {
  /** What the layer computes, with its batch normalisation if it has one. */
  BEFORE,
  /** What the next layer sees. */
  AFTER
}
