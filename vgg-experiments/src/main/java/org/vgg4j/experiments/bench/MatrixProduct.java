package org.vgg4j.experiments.bench;

import java.util.SplittableRandom;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.vgg4j.core.graph.Device;
import org.vgg4j.core.graph.GraphSession;

/** The speed of a large float32 matrix product: what the device can reach. */
public final class MatrixProduct {
  private static final int PRODUCTS = 2;
  private static final int RUNS = 3;

  private MatrixProduct() {}

  /**
   * Median GFLOP/s of the product of two square matrices; an addition and a multiplication are two
   * operations.
   *
   * @param size rows and columns
   */
  public static double gigaflops(Device device, int size) {
    try (GraphSession session = GraphSession.on(device)) {
      Ops tf = session.ops();
      Placeholder<TFloat32> matrix = tf.placeholder(TFloat32.class);
      Operand<TFloat32> power = matrix;
      for (int i = 0; i < PRODUCTS; i++) {
        power = tf.linalg.matMul(power, matrix);
      }
      Operand<TFloat32> result = tf.reduceMax(power, tf.constant(new int[] {0, 1}));
      float[] values = values(size);
      Runnable product = () -> session.call().feed(matrix, values, size, size).fetch(result).run();
      product.run();
      double[] seconds = new double[RUNS];
      for (int run = 0; run < RUNS; run++) {
        seconds[run] = Stopwatch.seconds(product);
      }
      return 2.0 * PRODUCTS * size * size * size / Stopwatch.median(seconds) / 1e9;
    }
  }

  private static float[] values(int size) {
    SplittableRandom random = new SplittableRandom(1);
    float[] values = new float[size * size];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (random.nextDouble() / size);
    }
    return values;
  }
}
