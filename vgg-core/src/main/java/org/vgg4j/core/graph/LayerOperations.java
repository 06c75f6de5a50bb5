package org.vgg4j.core.graph;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;
import org.vgg4j.core.spec.LayerSpec;
import org.vgg4j.core.spec.PlacedLayer;

/** Turns layers into operations, for training or for inference. */
interface LayerOperations {

  /** The visitor that adds one layer on top of {@code input}, float32 (N, H, W, C). */
  LayerSpec.Visitor<Operand<TFloat32>> of(PlacedLayer placed, Operand<TFloat32> input);
}
