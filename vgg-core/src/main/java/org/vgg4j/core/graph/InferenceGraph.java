package org.vgg4j.core.graph;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Predicates;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Maps;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TUint8;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.spec.Parameter;

/**
 * A network at test time, fully convolutional: images of any size, no dropout (section 3.2). Write
 * every parameter before the first call; calls from several threads are safe.
 */
public final class InferenceGraph implements AutoCloseable {
  private final GraphSession session;
  private final Variables variables;
  private final InferenceDefinition definition;
  private final Placeholder<TUint8> pixels;
  private final Operand<TFloat32> preprocessed;
  private final NetworkGraph layers;
  private final Operand<TFloat32> scores;
  private final Operand<TFloat32> meanScores;
  private final Operand<TFloat32> softmaxOfMean;
  private final Operand<TFloat32> meanOfSoftmax;

  /** Builds the graph on a device. */
  public InferenceGraph(Device device, InferenceDefinition definition) {
    this.definition = definition;
    this.session = GraphSession.on(device);
    this.variables = new Variables(session);
    parameters().forEach(variables::add);
    Ops tf = session.ops();
    this.pixels = tf.placeholder(TUint8.class, Placeholder.shape(Shape.of(-1, -1, -1, 3)));
    this.preprocessed = NetworkGraph.preprocessed(tf, pixels, definition.preprocessing());
    this.layers = new NetworkGraph(tf, new InferenceOperations(tf, variables));
    this.scores = layers.scores(preprocessed, definition.network().placedAt(definition.crop()));
    Operand<TInt32> positions = tf.constant(new int[] {1, 2});
    this.meanScores = tf.math.mean(scores, positions);
    this.softmaxOfMean = tf.nn.softmax(meanScores);
    this.meanOfSoftmax = tf.math.mean(tf.nn.softmax(scores), positions);
  }

  /**
   * Builds the graph with all its parameters.
   *
   * @param values of a parameter, row-major; asked for one at a time. What it throws closes the
   *     graph
   */
  public static InferenceGraph with(
      Device device, InferenceDefinition definition, Function<Parameter, float[]> values) {
    InferenceGraph graph = new InferenceGraph(device, definition);
    try {
      graph.parameters().forEach(parameter -> graph.write(parameter, values.apply(parameter)));
      return graph;
    } catch (RuntimeException e) {
      graph.close();
      throw e;
    }
  }

  /** The network that this graph computes. */
  public NetworkSpec network() {
    return definition.network();
  }

  /** Every parameter, first layer first. */
  public ImmutableList<Parameter> parameters() {
    return ImmutableList.copyOf(definition.network().parameters(definition.crop()));
  }

  /** Replaces the values of a parameter, row-major. */
  public void write(Parameter parameter, float[] values) {
    variables.write(parameter.name(), values);
  }

  /**
   * Class posteriors of whole images.
   *
   * @param images uint8 (N, height, width, 3), RGB
   * @return float32 (N, K), row-major; each row sums to 1
   */
  public float[] posteriors(byte[] images, int height, int width, Averaging averaging) {
    Operand<TFloat32> output = posteriors(averaging);
    return call(images, height, width).fetch(output).run().floats(output);
  }

  /** The class score maps (logits) of whole images. */
  public ScoreMaps scoreMaps(byte[] images, int height, int width) {
    Fetched fetched = call(images, height, width).fetch(scores).run();
    long[] shape = fetched.shape(scores);
    return new ScoreMaps((int) shape[1], (int) shape[2], (int) shape[3], fetched.floats(scores));
  }

  /**
   * What layers make of images, for comparisons with other software.
   *
   * @param names of layers, such as {@code conv1_1} (with its batch normalisation, if it has one)
   * @param rectification whether the outputs are those before or after rectification; a layer that
   *     does not rectify gives the same either way
   */
  public LayerProbe probe(List<String> names, Rectification rectification) {
    Map<String, Operand<TFloat32>> outputs =
        rectification == Rectification.BEFORE ? layers.unrectified() : layers.outputs();
    checkArgument(outputs.keySet().containsAll(names), "%s are not all layers", names);
    return new LayerProbe(
        session, pixels, preprocessed, Maps.filterKeys(outputs, Predicates.in(names)));
  }

  /** A hash of what the graph computes, the same on every machine; parameters do not count. */
  public String definitionHash() {
    return DefinitionHash.of(session.graph());
  }

  private Call call(byte[] images, int height, int width) {
    long count = images.length / ((long) height * width * 3);
    return session.call().feed(pixels, images, count, height, width, 3);
  }

  Placeholder<TUint8> pixels() {
    return pixels;
  }

  /** The class score maps averaged over their positions: float32 (N, K). */
  Operand<TFloat32> meanScores() {
    return meanScores;
  }

  Operand<TFloat32> posteriors(Averaging averaging) {
    return averaging == Averaging.SCORES ? softmaxOfMean : meanOfSoftmax;
  }

  GraphSession session() {
    return session;
  }

  @Override
  public void close() {
    session.close();
  }
}
