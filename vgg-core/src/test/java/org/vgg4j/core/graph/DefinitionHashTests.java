package org.vgg4j.core.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.vgg4j.core.Seed;
import org.vgg4j.core.spec.LayerSpec;
import org.vgg4j.core.spec.LayerSpec.FullyConnected;
import org.vgg4j.core.spec.LayerSpec.LocalResponseNormalization;
import org.vgg4j.core.spec.NetworkNotation;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.spec.Preprocessing;

/** The hash of what a graph computes. */
class DefinitionHashTests {
  private static final Preprocessing MEAN = new Preprocessing(List.of(1.0, 2.0, 3.0), 1);
  private static final Preprocessing BLUE_FIRST = new Preprocessing(List.of(3.0, 2.0, 1.0), 1);

  private static String hash(Consumer<Ops> operations) {
    try (Graph graph = new Graph()) {
      operations.accept(Ops.create(graph));
      return DefinitionHash.of(graph);
    }
  }

  private static String inference(NetworkSpec network, Preprocessing preprocessing) {
    InferenceDefinition definition = new InferenceDefinition(network, 8, preprocessing);
    try (InferenceGraph graph = new InferenceGraph(Device.cpu(), definition)) {
      return graph.definitionHash();
    }
  }

  private static String training(String line, Seed dropout) {
    TrainingDefinition definition =
        new TrainingDefinition(NetworkNotation.parse(line), 8, MEAN, Sgd.paper(), 2, dropout);
    try (TrainingGraph graph = new TrainingGraph(Device.cpu(), definition)) {
      return graph.definitionHash();
    }
  }

  private static NetworkSpec normalised(double alpha) {
    LayerSpec convolution = NetworkNotation.parse("n conv3-4 fc-classes").layers().get(0);
    return new NetworkSpec(
        "n",
        List.of(
            convolution, new LocalResponseNormalization(5, 2, alpha, 0.75), new FullyConnected(3)));
  }

  @Test
  void equalGraphsHaveEqualHashesAndThoseOfOtherConstantsHaveNot() {
    String hash = inference(normalised(1e-4), MEAN);
    assertThat(inference(normalised(1e-4), MEAN)).isEqualTo(hash).matches("[0-9a-f]{64}");
    assertThat(inference(normalised(5e-4), MEAN)).isNotEqualTo(hash);
    assertThat(inference(normalised(1e-4), BLUE_FIRST)).isNotEqualTo(hash);
  }

  @Test
  void dropoutBelongsToTrainingAlone() {
    String with = "n conv3-4 drop0.5 fc-classes";
    String without = "n conv3-4 fc-classes";
    assertThat(inference(NetworkNotation.parse(with), MEAN))
        .isEqualTo(inference(NetworkNotation.parse(without), MEAN));
    assertThat(training(with, new Seed(1))).isNotEqualTo(training(without, new Seed(1)));
    assertThat(training(with, new Seed(1))).isNotEqualTo(training(with, new Seed(2)));
  }

  @Test
  void theOrderOfConstructionDoesNotCountButThatOfInputsDoes() {
    String hash = hash(tf -> difference(tf, tf.constant(1f), tf.constant(2f)));
    assertThat(
            hash(
                tf -> {
                  Operand<TFloat32> second = tf.constant(2f);
                  difference(tf, tf.constant(1f), second);
                }))
        .isEqualTo(hash);
    assertThat(hash(tf -> difference(tf, tf.constant(2f), tf.constant(1f)))).isNotEqualTo(hash);
  }

  private static void difference(Ops tf, Operand<TFloat32> one, Operand<TFloat32> other) {
    tf.math.sub(one, other);
  }
}
