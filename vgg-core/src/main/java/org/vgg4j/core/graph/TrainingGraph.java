package org.vgg4j.core.graph;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
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
    return definition.trained();
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
   * @param batch at least one image, in the definition's crop size
   * @param number number of the iteration, from which dropout draws its masks
   * @param rate learning rate
   */
  public StepResult step(MiniBatch batch, long number, float rate) {
    checkArgument(
        batch.count() > 0 && batch.crop() == definition.crop(),
        "%s crops of %s pixels are no mini-batch of crops of %s pixels",
        batch.count(),
        batch.crop(),
        definition.crop());
    if (batch.count() <= definition.microBatch()) {
      return run(feed(batch, 0, number).feed(inputs.rate(), rate), operations.whole());
    }
    StepResult result = accumulate(batch, number);
    session.call().feed(inputs.rate(), rate).target(operations.accumulation().apply()).run();
    return result;
  }

  /**
   * How large the numbers of every weight layer are, first layer first; nothing is changed.
   *
   * @param batch of which the first micro-batch is looked at; gradients are its share
   * @param number number of the iteration, from which dropout draws its masks
   */
  public List<LayerScale> scales(MiniBatch batch, long number) {
    return operations.scales().run(feed(batch, 0, number));
  }

  /** What weight decay adds to the loss: half its factor times the squares of what decays. */
  public double weightDecayLoss() {
    Operand<TFloat32> loss = operations.decayLoss();
    return session.call().fetch(loss).run().scalar(loss);
  }

  /** A hash of what the graph computes, the same on every machine; parameters do not count. */
  public String definitionHash() {
    return DefinitionHash.of(session.graph());
  }

  private StepResult accumulate(MiniBatch batch, long number) {
    Accumulation accumulation = operations.accumulation();
    double loss = 0;
    int correct = 0;
    for (int first = 0; first < batch.count(); first += definition.microBatch()) {
      NoOp operation = first == 0 ? accumulation.start() : accumulation.add();
      StepResult part = run(feed(batch, first, number), operation);
      loss += part.loss();
      correct += part.correct();
    }
    return new StepResult(loss, correct);
  }

  private Call feed(MiniBatch batch, int first, long number) {
    int end = Math.min(first + definition.microBatch(), batch.count());
    return batch.feed(session.call(), inputs, first, end).feed(inputs.step(), new long[] {number});
  }

  private StepResult run(Call call, NoOp operation) {
    Operand<TFloat32> loss = operations.loss().share();
    Operand<TInt32> correct = operations.loss().correct();
    Fetched fetched = call.fetch(loss).fetch(correct).target(operation).run();
    return new StepResult(fetched.scalar(loss), fetched.ints(correct)[0]);
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
