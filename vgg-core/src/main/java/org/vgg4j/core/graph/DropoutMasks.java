package org.vgg4j.core.graph;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;
import org.vgg4j.core.Seed;
import org.vgg4j.core.spec.FeatureShape;
import org.vgg4j.core.spec.LayerSpec.Dropout;
import org.vgg4j.core.spec.PlacedLayer;

/**
 * Dropout masks that depend on the run's seed, the layer and the step alone. The mask of the whole
 * mini-batch is drawn and the micro-batch's rows are cut out of it, so that a mini-batch gets the
 * same masks in one piece or in many.
 */
final class DropoutMasks {
  private final Ops tf;
  private final Seed seed;
  private final MiniBatchInputs inputs;

  DropoutMasks(Ops tf, Seed seed, MiniBatchInputs inputs) {
    this.tf = tf;
    this.seed = seed;
    this.inputs = inputs;
  }

  /**
   * Factors for the layer's input, float32 (N, H, W, C): 0 with the layer's probability, else 1 /
   * (1 - probability), so that nothing needs to change at test time.
   */
  Operand<TFloat32> of(PlacedLayer placed, Dropout layer) {
    Operand<TInt64> layerSeed = tf.constant(seed.at(placed.name()).value());
    Operand<TFloat32> uniform =
        tf.random.statelessRandomUniform(
            shape(inputs.total(), placed.input()), tf.stack(List.of(layerSeed, inputs.step())));
    Operand<TInt32> begin = tf.stack(List.of(inputs.first(), zero(), zero(), zero()));
    Operand<TFloat32> rows = tf.slice(uniform, begin, shape(inputs.count(tf), placed.input()));
    Operand<TFloat32> kept =
        tf.dtypes.cast(
            tf.math.greaterEqual(rows, tf.constant((float) layer.rate())), TFloat32.class);
    return tf.math.mul(kept, tf.constant((float) (1 / (1 - layer.rate()))));
  }

  private Operand<TInt32> shape(Operand<TInt32> images, FeatureShape features) {
    return tf.stack(
        List.of(
            images,
            tf.constant(features.height()),
            tf.constant(features.width()),
            tf.constant(features.channels())));
  }

  private Operand<TInt32> zero() {
    return tf.constant(0);
  }
}
