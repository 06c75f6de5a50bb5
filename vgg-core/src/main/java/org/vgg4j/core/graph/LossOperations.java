package org.vgg4j.core.graph;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Multinomial logistic regression (section 3.1): soft-max cross-entropy of a micro-batch, in the
 * dense form, the only one that has a gradient.
 *
 * @param share the micro-batch's part of the mini-batch's mean loss
 * @param correct images whose best-scored class is the true one
 */
record LossOperations(Operand<TFloat32> share, Operand<TInt32> correct) {

  /** Loss of class scores, float32 (N, 1, 1, K). */
  static LossOperations of(Ops tf, Operand<TFloat32> scores, int classes, MiniBatchInputs inputs) {
    Operand<TFloat32> logits = tf.reshape(scores, tf.constant(new int[] {-1, classes}));
    Operand<TFloat32> truth =
        tf.oneHot(inputs.labels(), tf.constant(classes), tf.constant(1f), tf.constant(0f));
    Operand<TFloat32> losses = tf.nn.softmaxCrossEntropyWithLogits(logits, truth).loss();
    Operand<TFloat32> share =
        tf.math.div(tf.sum(losses, tf.constant(0)), tf.dtypes.cast(inputs.total(), TFloat32.class));
    Operand<TInt32> best = tf.math.argMax(logits, tf.constant(1), TInt32.class);
    Operand<TInt32> hits = tf.dtypes.cast(tf.math.equal(best, inputs.labels()), TInt32.class);
    return new LossOperations(share, tf.sum(hits, tf.constant(0)));
  }
}
