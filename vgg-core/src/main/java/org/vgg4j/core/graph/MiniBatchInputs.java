package org.vgg4j.core.graph;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.TUint8;

/**
 * What a training step is fed: a micro-batch, and where it lies in its mini-batch.
 *
 * @param pixels uint8 (N, crop, crop, 3), RGB
 * @param labels int32 (N)
 * @param shifts float32 (N, 3), what is added to the colours of each image
 * @param first the micro-batch's first row in the mini-batch
 * @param total images in the whole mini-batch
 * @param step number of the iteration, from which dropout draws
 * @param rate learning rate
 */
record MiniBatchInputs(
    Placeholder<TUint8> pixels,
    Placeholder<TInt32> labels,
    Placeholder<TFloat32> shifts,
    Placeholder<TInt32> first,
    Placeholder<TInt32> total,
    Placeholder<TInt64> step,
    Placeholder<TFloat32> rate) {

  static MiniBatchInputs placeholders(Ops tf, int crop) {
    return new MiniBatchInputs(
        tf.placeholder(TUint8.class, Placeholder.shape(Shape.of(-1, crop, crop, 3))),
        tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(-1))),
        tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, 3))),
        tf.placeholder(TInt32.class, Placeholder.shape(Shape.scalar())),
        tf.placeholder(TInt32.class, Placeholder.shape(Shape.scalar())),
        tf.placeholder(TInt64.class, Placeholder.shape(Shape.scalar())),
        tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar())));
  }

  /** What is added to every pixel of an image: float32 (N, 1, 1, 3). */
  Operand<TFloat32> shiftsOfPixels(Ops tf) {
    return tf.reshape(shifts, tf.constant(new int[] {-1, 1, 1, 3}));
  }

  /** Number of images in the micro-batch. */
  Operand<TInt32> count(Ops tf) {
    return tf.size(labels);
  }
}
