package org.vgg4j.core.graph;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBfloat16;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TNumber;

/**
 * In what numbers training computes the two products that nearly all arithmetic goes into:
 * convolutions and matrix products, forward and backward. Parameters, momentum, sums of gradients,
 * normalisations and the loss are float32 with either.
 */
public enum Precision {
  /** 24 bits of precision, the paper's. */
  FLOAT32,
  /**
   * 8 bits of precision and float32's range, so that a loss needs no scaling. For devices with
   * units for it; a processor without them gains nothing.
   */
  BFLOAT16;

  /** A product of two tensors. */
  interface Product {
    <T extends TNumber> Operand<T> of(Operand<T> first, Operand<T> second);
  }

  /** Takes a product in this precision. */
  Operand<TFloat32> apply(
      Ops tf, Product product, Operand<TFloat32> first, Operand<TFloat32> second) {
    if (this == FLOAT32) {
      return product.of(first, second);
    }
    return tf.dtypes.cast(product.of(rounded(tf, first), rounded(tf, second)), TFloat32.class);
  }

  private static Operand<TBfloat16> rounded(Ops tf, Operand<TFloat32> values) {
    return tf.dtypes.cast(values, TBfloat16.class);
  }
}
