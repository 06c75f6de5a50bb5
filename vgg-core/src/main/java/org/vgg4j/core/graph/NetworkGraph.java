package org.vgg4j.core.graph;

import com.google.common.primitives.Floats;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;
import org.vgg4j.core.spec.PlacedLayer;
import org.vgg4j.core.spec.Preprocessing;

/**
 * Builds the forward pass of a network: pixels, layers, class scores (section 2.1). What differs
 * between training and inference is behind {@link LayerOperations}.
 */
final class NetworkGraph {
  private final Ops tf;
  private final LayerOperations operations;
  private final Map<String, Operand<TFloat32>> outputs = new LinkedHashMap<>();
  private final Map<String, Operand<TFloat32>> unrectified = new LinkedHashMap<>();

  NetworkGraph(Ops tf, LayerOperations operations) {
    this.tf = tf;
    this.operations = operations;
  }

  /**
   * The class scores of a batch whose colours are shifted.
   *
   * @param shifts float32 (N, 1, 1, 3), added to every pixel of an image
   */
  Operand<TFloat32> scores(
      Operand<TUint8> pixels,
      Operand<TFloat32> shifts,
      Preprocessing preprocessing,
      List<PlacedLayer> layers) {
    return scores(preprocessed(tf, pixels, shifts, preprocessing), layers);
  }

  /** The outputs of the layers that have been built, by the layers' names. */
  Map<String, Operand<TFloat32>> outputs() {
    return outputs;
  }

  /** What the layers have made before their rectification, by the layers' names. */
  Map<String, Operand<TFloat32>> unrectified() {
    return unrectified;
  }

  /**
   * The class scores (logits) of a batch.
   *
   * @param preprocessed float32 (N, H, W, 3), RGB
   * @return float32 (N, h, w, K); h = w = 1 at the crop size
   */
  Operand<TFloat32> scores(Operand<TFloat32> preprocessed, List<PlacedLayer> layers) {
    Operand<TFloat32> features = preprocessed;
    for (PlacedLayer placed : layers) {
      features = placed.layer().accept(operations.of(placed, features));
      unrectified.put(placed.name(), features);
      if (placed.rectified()) {
        features = tf.nn.relu(features);
      }
      outputs.put(placed.name(), features);
    }
    return features;
  }

  /** Mean-subtracted pixels: float32 (N, H, W, 3). */
  static Operand<TFloat32> preprocessed(
      Ops tf, Operand<TUint8> pixels, Preprocessing preprocessing) {
    return centred(tf, pixels, mean(tf, preprocessing), preprocessing);
  }

  /**
   * Shifted, mean-subtracted pixels: float32 (N, H, W, 3). The shift is taken from the mean
   * beforehand, so that it costs no pass over the pixels.
   */
  static Operand<TFloat32> preprocessed(
      Ops tf, Operand<TUint8> pixels, Operand<TFloat32> shifts, Preprocessing preprocessing) {
    return centred(tf, pixels, tf.math.sub(mean(tf, preprocessing), shifts), preprocessing);
  }

  private static Operand<TFloat32> mean(Ops tf, Preprocessing preprocessing) {
    return tf.constant(Floats.toArray(preprocessing.mean()));
  }

  private static Operand<TFloat32> centred(
      Ops tf, Operand<TUint8> pixels, Operand<TFloat32> offset, Preprocessing preprocessing) {
    Operand<TFloat32> centred = tf.math.sub(tf.dtypes.cast(pixels, TFloat32.class), offset);
    List<Double> factors = preprocessing.factors();
    return factors.equals(List.of(1.0))
        ? centred
        : tf.math.mul(centred, tf.constant(Floats.toArray(factors)));
  }
}
