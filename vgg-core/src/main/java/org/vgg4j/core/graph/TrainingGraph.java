package org.vgg4j.core.graph;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.core.NoOp;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.vgg4j.core.graph.StepOperations.Accumulation;
import org.vgg4j.core.spec.Parameter;

/**
 * A network that learns: the graph of one SGD step and the variables it moves. Write every
 * parameter and momentum before the first step. One thread at a time.
 */
public final class TrainingGraph implements AutoCloseable {
  private final TrainingDefinition definition;
  private final GraphSession session;
  private final Variables variables;
  private final ImmutableList<Parameter> parameters;
  private final StepOperations operations;
  private final MiniBatchInputs inputs;

  /** Builds the graph on a device. */
  public TrainingGraph(Device device, TrainingDefinition definition) {
    this.definition = definition;
    this.session = GraphSession.on(device);
    this.variables = new Variables(session);
    this.parameters = ImmutableList.copyOf(definition.network().parameters(definition.crop()));
    parameters.forEach(variables::add);
    trained().forEach(parameter -> variables.add(SgdOperations.momentumOf(parameter), parameter));
    this.operations = new StepOperations(definition, session, variables);
    this.inputs = operations.inputs();
  }

  /** Every parameter, first layer first. */
  public List<Parameter> parameters() {
    return parameters;
  }

  /** The parameters that SGD moves; each has a momentum. */
  public List<Parameter> trained() {
    return parameters.stream()
        .filter(parameter -> parameter.role().isTrained())
        .collect(ImmutableList.toImmutableList());
  }

  /** The values of a parameter, row-major. */
  public float[] read(Parameter parameter) {
    return variables.read(parameter.name());
  }

  /** Replaces the values of a parameter. */
  public void write(Parameter parameter, float[] values) {
    variables.write(parameter.name(), values);
  }

  /** The momentum of a trained parameter, row-major. */
  public float[] readMomentum(Parameter parameter) {
    return variables.read(SgdOperations.momentumOf(parameter));
  }

  /** Replaces the momentum of a trained parameter. */
  public void writeMomentum(Parameter parameter, float[] values) {
    variables.write(SgdOperations.momentumOf(parameter), values);
  }

  /**
   * One SGD step on a mini-batch, in as many micro-batches as the definition asks for.
   *
   * @param pixels uint8 (N, crop, crop, 3), RGB
   * @param labels N classes, 0 to K - 1
   * @param number number of the iteration, from which dropout draws its masks
   * @param rate learning rate
   */
  public StepResult step(byte[] pixels, int[] labels, long number, float rate) {
    checkArgument(
        labels.length > 0 && pixels.length == labels.length * bytesPerImage(),
        "%s bytes are not %s crops of %s pixels",
        pixels.length,
        labels.length,
        definition.crop());
    if (labels.length <= definition.microBatch()) {
      return run(feed(pixels, labels, 0, number).feed(inputs.rate(), rate), operations.whole());
    }
    StepResult result = accumulate(pixels, labels, number);
    session.call().feed(inputs.rate(), rate).target(operations.accumulation().apply()).run();
    return result;
  }

  private StepResult accumulate(byte[] pixels, int[] labels, long number) {
    Accumulation accumulation = operations.accumulation();
    double loss = 0;
    int correct = 0;
    for (int first = 0; first < labels.length; first += definition.microBatch()) {
      NoOp operation = first == 0 ? accumulation.start() : accumulation.add();
      StepResult part = run(feed(pixels, labels, first, number), operation);
      loss += part.loss();
      correct += part.correct();
    }
    return new StepResult(loss, correct);
  }

  private Call feed(byte[] pixels, int[] labels, int first, long number) {
    int last = Math.min(first + definition.microBatch(), labels.length);
    int side = definition.crop();
    byte[] pieceOfPixels = piece(pixels, first * bytesPerImage(), last * bytesPerImage());
    return session
        .call()
        .feed(inputs.pixels(), pieceOfPixels, last - first, side, side, 3)
        .feed(inputs.labels(), Arrays.copyOfRange(labels, first, last), last - first)
        .feed(inputs.first(), new int[] {first})
        .feed(inputs.total(), new int[] {labels.length})
        .feed(inputs.step(), new long[] {number});
  }

  private StepResult run(Call call, NoOp operation) {
    Operand<TFloat32> loss = operations.loss().share();
    Operand<TInt32> correct = operations.loss().correct();
    Fetched fetched = call.fetch(loss).fetch(correct).target(operation).run();
    return new StepResult(fetched.scalar(loss), fetched.ints(correct)[0]);
  }

  private int bytesPerImage() {
    return definition.crop() * definition.crop() * 3;
  }

  private static byte[] piece(byte[] pixels, int from, int to) {
    return from == 0 && to == pixels.length ? pixels : Arrays.copyOfRange(pixels, from, to);
  }

  /** The graph's session, for the tests of this room. */
  GraphSession session() {
    return session;
  }

  /** The graph's operations, for the tests of this room. */
  StepOperations operations() {
    return operations;
  }

  @Override
  public void close() {
    session.close();
  }
}
