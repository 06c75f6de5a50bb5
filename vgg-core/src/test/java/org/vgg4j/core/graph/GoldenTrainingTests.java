package org.vgg4j.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vgg4j.core.graph.Sgd.Decays;
import org.vgg4j.core.graph.Sgd.Style;
import org.vgg4j.core.spec.Parameter;
import org.vgg4j.testing.NpyFile;

/** Twenty SGD steps that independent software computed in float64. */
class GoldenTrainingTests {
  private static final String FOLDER = "train/traj0/";
  private static final int BATCH = 16;
  private static final int CROP = 32;
  private static final int STEPS = 20;
  private static final Offset<Double> LOSS_TOLERANCE = within(2e-6);
  private static final Offset<Double> ROUGH_LOSS_TOLERANCE = within(0.03);
  private static final Offset<Double> WEIGHT_TOLERANCE = within(1e-5);

  @ParameterizedTest
  @CsvSource({
    "CAFFE, WEIGHTS, caffe_wdweights",
    "CAFFE, ALL, caffe_wdall",
    "TORCH, WEIGHTS, torch_wdweights",
    "TORCH, ALL, torch_wdall"
  })
  void trajectoryMatchesIndependentSoftware(Style style, Decays decays, String variant) {
    double[] losses = NpyFile.golden(FOLDER + "loss_" + variant + "_f64.npy").doubles();
    double[] weights = NpyFile.golden(FOLDER + "final_" + variant + "_f64.npy").doubles();
    Sgd sgd = new Sgd(0.9, style, 5e-4, decays);
    try (TrainingGraph graph = started(definition(sgd))) {
      for (int step = 0; step < STEPS; step++) {
        assertThat(run(graph, step).loss())
            .as("loss %d", step)
            .isCloseTo(losses[step], LOSS_TOLERANCE);
      }
      assertThat(allParameters(graph)).hasSameSizeAs(weights);
      assertClose(allParameters(graph), weights, WEIGHT_TOLERANCE);
    }
  }

  @Test
  void trajectoryInBfloat16StaysNear() {
    double[] losses = NpyFile.golden(FOLDER + "loss_caffe_wdweights_f64.npy").doubles();
    TrainingDefinition exact = definition(Sgd.paper());
    try (TrainingGraph graph = started(exact.with(Precision.BFLOAT16))) {
      for (int step = 0; step < STEPS; step++) {
        assertThat(run(graph, step).loss())
            .as("loss %d", step)
            .isCloseTo(losses[step], ROUGH_LOSS_TOLERANCE);
      }
    }
  }

  private static TrainingDefinition definition(Sgd sgd) {
    return SmallNetworks.training(SmallNetworks.narrowA(), CROP, sgd);
  }

  private static TrainingGraph started(TrainingDefinition definition) {
    TrainingGraph graph = new TrainingGraph(Device.cpu(), definition);
    float[] initial = NpyFile.golden(FOLDER + "init_f32.npy").floats();
    int offset = 0;
    for (Parameter parameter : graph.parameters()) {
      int size = Math.toIntExact(parameter.elements());
      graph.write(parameter, channelsLast(parameter, initial, offset));
      graph.writeMomentum(parameter, new float[size]);
      offset += size;
    }
    return graph;
  }

  private static StepResult run(TrainingGraph graph, int step) {
    byte[] pixels = NpyFile.golden(FOLDER + "images_u8.npy").bytes();
    int[] labels = NpyFile.golden(FOLDER + "labels.npy").ints();
    int size = BATCH * CROP * CROP * 3;
    return SmallNetworks.step(
        graph,
        Arrays.copyOfRange(pixels, step * size, (step + 1) * size),
        Arrays.copyOfRange(labels, step * BATCH, (step + 1) * BATCH),
        step,
        step < 10 ? 0.01f : 0.001f);
  }

  private static double[] allParameters(TrainingGraph graph) {
    double[] all =
        new double[(int) graph.parameters().stream().mapToLong(Parameter::elements).sum()];
    int offset = 0;
    for (Parameter parameter : graph.parameters()) {
      float[] values = channelsFirst(parameter, graph.read(parameter));
      for (float value : values) {
        all[offset++] = value;
      }
    }
    return all;
  }

  /** From (out, in, height, width) to (height, width, in, out); other shapes stay. */
  private static float[] channelsLast(Parameter parameter, float[] source, int offset) {
    float[] values = new float[Math.toIntExact(parameter.elements())];
    for (int i = 0; i < values.length; i++) {
      values[i] = source[offset + channelsFirstIndex(parameter, i)];
    }
    return values;
  }

  private static float[] channelsFirst(Parameter parameter, float[] source) {
    float[] values = new float[source.length];
    for (int i = 0; i < values.length; i++) {
      values[channelsFirstIndex(parameter, i)] = source[i];
    }
    return values;
  }

  private static int channelsFirstIndex(Parameter parameter, int index) {
    List<Integer> shape = parameter.shape();
    if (shape.size() == 1) {
      return index;
    }
    int out = index % shape.get(3);
    int in = index / shape.get(3) % shape.get(2);
    int position = index / shape.get(3) / shape.get(2);
    return (out * shape.get(2) + in) * shape.get(0) * shape.get(1) + position;
  }

  private static void assertClose(double[] actual, double[] expected, Offset<Double> tolerance) {
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i]).as("parameter value %d", i).isCloseTo(expected[i], tolerance);
    }
  }
}
