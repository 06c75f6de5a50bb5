package org.vgg4j.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.vgg4j.core.spec.LayerSpec.LocalResponseNormalization;
import org.vgg4j.testing.NpyFile;

/** Local response normalisation against float64 results of independent software. */
class LocalResponseTests {
  @ParameterizedTest(name = "{1}, input {0}")
  @CsvSource({
    "0, krizhevsky_k2_n5_a1e-4, 2, 1e-4",
    "1, krizhevsky_k2_n5_a1e-4, 2, 1e-4",
    "0, caffe_k2_n5_a1e-4, 2, 2e-5",
    "1, caffe_k2_n5_a1e-4, 2, 2e-5",
    "0, caffe_k1_n5_a1e-4, 1, 2e-5",
    "1, caffe_k1_n5_a1e-4, 1, 2e-5"
  })
  void valuesAndGradientsMatchIndependentSoftware(int input, String name, double k, double alpha) {
    NpyFile x = NpyFile.golden("lrn/x" + input + ".npy");
    double[] expectedY = channelsLast(golden("y", input, name), x.shape());
    double[] expectedGradient = channelsLast(golden("grad", input, name), x.shape());
    double[] upstream = channelsLast(NpyFile.golden("lrn/r" + input + ".npy").doubles(), x.shape());
    try (GraphSession session = GraphSession.on(Device.cpu())) {
      Placeholder<TFloat32> in = session.ops().placeholder(TFloat32.class);
      Operand<TFloat32> y = output(session.ops(), in, k, alpha, x.shape()[1]);
      Output<?>[] by = {in.output()};
      Placeholder<TFloat32> ofLoss = session.ops().placeholder(TFloat32.class);
      @SuppressWarnings("unchecked") // a gradient has the type of its input
      Output<TFloat32> gradient =
          (Output<TFloat32>)
              session.graph()
                  .addGradients(
                      "lrn", new Output<?>[] {y.asOutput()}, by, new Output<?>[] {ofLoss.output()})[
                  0];
      long[] shape = {x.shape()[0], x.shape()[2], x.shape()[3], x.shape()[1]};
      Fetched fetched =
          session
              .call()
              .feed(in, floats(channelsLast(x.doubles(), x.shape())), shape)
              .feed(ofLoss, floats(upstream), shape)
              .fetch(y)
              .fetch(gradient)
              .run();
      assertClose(fetched.floats(y), expectedY, 1e-4);
      assertClose(fetched.floats(gradient), expectedGradient, 1e-5);
    }
  }

  @Test
  void sixtyFourEqualChannelsGiveTheValuesOfTheFormula() {
    try (GraphSession session = GraphSession.on(Device.cpu())) {
      Placeholder<TFloat32> in = session.ops().placeholder(TFloat32.class);
      Operand<TFloat32> y = output(session.ops(), in, 2, 1e-4, 64);
      float[] hundreds = new float[64];
      Arrays.fill(hundreds, 100);
      float[] actual = session.call().feed(in, hundreds, 1, 1, 1, 64).fetch(y).run().floats(y);
      assertThat(actual[0]).isCloseTo(29.907f, within(1e-3f));
      assertThat(actual[1]).isCloseTo(26.085f, within(1e-3f));
      assertThat(actual[31]).isCloseTo(23.237f, within(1e-3f));
    }
  }

  private static Operand<TFloat32> output(
      Ops tf, Operand<TFloat32> input, double k, double alpha, int channels) {
    return new SharedOperations(tf, Precision.FLOAT32)
        .localResponse(new LocalResponseNormalization(5, k, alpha, 0.75), input, channels);
  }

  private static double[] golden(String kind, int input, String name) {
    return NpyFile.golden("lrn/" + kind + input + "_" + name + ".npy").doubles();
  }

  /** From (N, C, H, W) to (N, H, W, C). */
  private static double[] channelsLast(double[] values, int[] shape) {
    double[] moved = new double[values.length];
    int channels = shape[1];
    int positions = shape[2] * shape[3];
    for (int i = 0; i < values.length; i++) {
      int image = i / (channels * positions);
      int channel = i / positions % channels;
      int position = i % positions;
      moved[(image * positions + position) * channels + channel] = values[i];
    }
    return moved;
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  private static void assertClose(float[] actual, double[] expected, double tolerance) {
    assertThat(actual).hasSize(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) actual[i]).as("value %d", i).isCloseTo(expected[i], within(tolerance));
    }
  }
}
