package org.vgg4j.core.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.Operand;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.vgg4j.core.Seed;
import org.vgg4j.core.spec.FeatureShape;
import org.vgg4j.core.spec.LayerSpec.MaxPooling;
import org.vgg4j.core.spec.Rounding;

/** Pooling against a loop over windows that are cut off at the border, as in Caffe. */
class MaxPoolingTests {
  private static final int CHANNELS = 2;
  private static final int LARGEST_BEYOND_WINDOW = 8;

  @ParameterizedTest(name = "{0} x {0} with stride {1}, rounding {2}")
  @CsvSource({
    "2, 2, CEIL",
    "2, 2, FLOOR",
    "3, 2, CEIL",
    "3, 2, FLOOR",
    "3, 3, FLOOR",
    "3, 1, CEIL",
    "5, 3, CEIL",
    "5, 4, CEIL",
    "4, 2, CEIL",
    "1, 1, CEIL"
  })
  void everySizeGivesTheMaximaOfTheClippedWindows(int window, int stride, Rounding rounding) {
    assertWindowsAreClipped(new MaxPooling(window, stride, rounding));
  }

  @Test
  void tilesWiderThanTwoThatRoundUpAreClippedBelowAndToTheRightOnly() {
    assertWindowsAreClipped(new MaxPooling(3, 3, Rounding.CEIL));
  }

  private static void assertWindowsAreClipped(MaxPooling layer) {
    try (GraphSession session = GraphSession.on(Device.cpu())) {
      Placeholder<TFloat32> input = session.ops().placeholder(TFloat32.class);
      Operand<TFloat32> pooled =
          new SharedOperations(session.ops(), Precision.FLOAT32).maxPooling(layer, input);
      for (int beyond = 0; beyond <= LARGEST_BEYOND_WINDOW; beyond++) {
        FeatureShape shape =
            new FeatureShape(layer.window() + beyond, layer.window() + 3, CHANNELS);
        float[] values = belowZero(shape);
        Fetched fetched =
            session
                .call()
                .feed(input, values, 1, shape.height(), shape.width(), CHANNELS)
                .fetch(pooled)
                .run();
        FeatureShape output = layer.output(shape);
        assertThat(fetched.shape(pooled))
            .as("shape from %s", shape)
            .containsExactly(1, output.height(), output.width(), CHANNELS);
        assertThat(fetched.floats(pooled))
            .as("maxima from %s", shape)
            .isEqualTo(naive(layer, shape, values));
      }
    }
  }

  /** Values below zero, so that padding with zeros would win every maximum. */
  private static float[] belowZero(FeatureShape shape) {
    SplittableRandom random = new Seed(3).at(shape.height()).random();
    float[] values = new float[(int) shape.elements()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) -random.nextDouble(1, 1000);
    }
    return values;
  }

  private static float[] naive(MaxPooling layer, FeatureShape input, float[] values) {
    FeatureShape output = layer.output(input);
    float[] maxima = new float[(int) output.elements()];
    for (int i = 0; i < maxima.length; i++) {
      int channel = i % CHANNELS;
      int top = i / CHANNELS / output.width() * layer.stride();
      int left = i / CHANNELS % output.width() * layer.stride();
      maxima[i] = Float.NEGATIVE_INFINITY;
      for (int y = top; y < Math.min(top + layer.window(), input.height()); y++) {
        for (int x = left; x < Math.min(left + layer.window(), input.width()); x++) {
          float value = values[(y * input.width() + x) * CHANNELS + channel];
          maxima[i] = Math.max(maxima[i], value);
        }
      }
    }
    return maxima;
  }
}
