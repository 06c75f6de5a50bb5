package org.vgg4j.experiments.bench;

import java.util.Arrays;
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
      Operand<TFloat32> product = matrix;
      for (int i = 0; i < PRODUCTS; i++) {
        product = tf.linalg.matMul(product, matrix);
      }
      Operand<TFloat32> result = tf.reduceMax(product, tf.constant(new int[] {0, 1}));
      float[] values = values(size);
      double[] seconds = new double[RUNS];
      for (int run = -1; run < RUNS; run++) {
        long start = System.nanoTime();
        session.call().feed(matrix, values, size, size).fetch(result).run();
        seconds[Math.max(run, 0)] = (System.nanoTime() - start) / 1e9;
      }
      Arrays.sort(seconds);
      return 2.0 * PRODUCTS * size * size * size / seconds[RUNS / 2] / 1e9;
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
