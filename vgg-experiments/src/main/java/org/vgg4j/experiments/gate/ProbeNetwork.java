package org.vgg4j.experiments.gate;

import com.google.common.collect.ImmutableList;
import java.util.SplittableRandom;
import org.vgg4j.core.Seed;
import org.vgg4j.core.graph.Averaging;
import org.vgg4j.core.graph.Device;
import org.vgg4j.core.graph.InferenceDefinition;
import org.vgg4j.core.graph.InferenceGraph;
import org.vgg4j.core.graph.Initialization;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.spec.Parameter;
import org.vgg4j.core.spec.Parameter.Role;
import org.vgg4j.core.spec.PlacedLayer;
import org.vgg4j.core.spec.Preprocessing;
import org.vgg4j.eval.ClassScorer;

/**
 * A network whose parameters hang on a seed alone, chosen so that its posteriors are neither alike
 * nor certain: then whatever is computed otherwise shows in them. The mean differs between the
 * channels, and pixels are not scaled, so that local response normalisation does something.
 */
final class ProbeNetwork implements ClassScorer, AutoCloseable {
  static final int CROP = 32;

  static final Preprocessing PREPROCESSING =
      new Preprocessing(ImmutableList.of(140.0, 110.0, 75.0), 1);

  /** Activations are about as large as pixels; scores should be about 1. */
  private static final double SCORES = 1 / 32.0;

  private static final double BIAS = 8;

  private final NetworkSpec network;
  private final ImmutableList<String> classNames;
  private final InferenceGraph graph;

  ProbeNetwork(NetworkSpec network, ImmutableList<String> classNames, Device device) {
    this.network = network;
    this.classNames = classNames;
    this.graph =
        InferenceGraph.with(
            device, new InferenceDefinition(network, CROP, PREPROCESSING), this::values);
  }

  private float[] values(Parameter parameter) {
    float[] values = new Initialization.He().values(parameter, new Seed(1));
    SplittableRandom random = new Seed(2).at(parameter.name()).random();
    boolean last = parameter.layer().equals(classifier());
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (value(parameter.role(), values[i], random) * (last ? SCORES : 1));
    }
    return values;
  }

  private String classifier() {
    return network.placedAt(CROP).stream()
        .filter(PlacedLayer::last)
        .findFirst()
        .orElseThrow()
        .name();
  }

  /** A start as training has it would leave biases and running statistics without effect. */
  private static double value(Role role, double start, SplittableRandom random) {
    return switch (role) {
      case WEIGHTS -> start;
      case BIASES, SHIFT, MEAN -> BIAS * (2 * random.nextDouble() - 1);
      case SCALE, VARIANCE -> 0.75 + random.nextDouble() / 2;
    };
  }

  @Override
  public int classes() {
    return network.classes();
  }

  @Override
  public ImmutableList<String> classNames() {
    return classNames;
  }

  @Override
  public int crop() {
    return CROP;
  }

  @Override
  public float[] posteriors(byte[] pixels, int height, int width, Averaging averaging) {
    return graph.posteriors(pixels, height, width, averaging);
  }

  @Override
  public void close() {
    graph.close();
  }
}
