package org.vgg4j.train;

import java.nio.file.Files;
import org.vgg4j.core.Problem;
import org.vgg4j.core.graph.Device;
import org.vgg4j.core.graph.MiniBatch;
import org.vgg4j.core.graph.StepResult;
import org.vgg4j.core.graph.TrainingGraph;
import org.vgg4j.core.spec.Parameter;
import org.vgg4j.data.batch.ClosableIterator;
import org.vgg4j.data.batch.TrainingBatches;
import org.vgg4j.train.TrainingListener.Step;

/**
 * Trains one network in one run directory (section 3.1): an epoch, its validation, a checkpoint,
 * until the schedule has finished. A run that was stopped goes on after its last complete epoch and
 * ends with the same bits as one that was not.
 */
public final class Trainer implements AutoCloseable {
  private final TrainingTask task;
  private final RunDirectory directory;
  private final TrainingBatches batches;
  private final TrainingGraph network;

  /**
   * Builds the training graph.
   *
   * @param batches the training images; the caller closes them
   */
  public Trainer(
      TrainingTask task, RunDirectory directory, TrainingBatches batches, Device device) {
    this.task = task;
    this.directory = directory;
    this.batches = batches;
    this.network = new TrainingGraph(device, task.definition());
  }

  /**
   * Trains to the end, from the run directory's checkpoint where there is one, else from the
   * starting point; leaves the weights in the run directory.
   */
  public void train(StartingPoint start, Validation validation, TrainingListener listener) {
    TrainingState state = resumeOr(start);
    directory.journal().keepOnly(state.epoch());
    while (!state.schedule().finished()) {
      EpochMeter meter = new EpochMeter();
      long iterations = trainEpoch(state, meter, listener);
      Validation.Errors errors = validation.errorsOf(network);
      EpochSummary summary = summary(state, iterations, meter, errors);
      directory.journal().append(summary);
      state = new TrainingState(state.schedule().after(errors.top1()), iterations);
      Checkpoint.save(directory.checkpoint(), network, state, task);
      listener.epochDone(summary);
    }
    Checkpoint.saveWeights(directory.weights(), network, task);
  }

  private TrainingState resumeOr(StartingPoint start) {
    if (Files.exists(directory.checkpoint())) {
      return Checkpoint.restore(directory.checkpoint(), network, task);
    }
    for (Parameter parameter : network.parameters()) {
      network.write(parameter, start.values(parameter, task.seed().at("initialization")));
    }
    for (Parameter parameter : network.trained()) {
      network.writeMomentum(parameter, new float[Math.toIntExact(parameter.elements())]);
    }
    return TrainingState.start(task.phase());
  }

  /** Returns the iterations done since training began. */
  private long trainEpoch(TrainingState state, EpochMeter meter, TrainingListener listener) {
    long iteration = state.iterations();
    float rate = (float) state.schedule().rate();
    int number = 0;
    try (ClosableIterator<MiniBatch> epoch = batches.epoch(state.epoch(), 0)) {
      while (true) {
        long waiting = System.nanoTime();
        if (!epoch.hasNext()) {
          return iteration;
        }
        MiniBatch batch = epoch.next();
        meter.waitedForData(System.nanoTime() - waiting);
        StepResult step = network.step(batch, iteration, rate);
        checkFinite(step, iteration);
        meter.add(step, batch.count());
        listener.stepDone(
            new Step(
                state.epoch(),
                number++,
                batches.batchesPerEpoch(),
                step.loss(),
                meter.imagesPerSecond()));
        iteration++;
      }
    }
  }

  private void checkFinite(StepResult step, long iteration) {
    if (!Double.isFinite(step.loss())) {
      throw Problem.checkFailed(
          "training " + task.network().name() + " in " + directory.path(),
          "the loss became " + step.loss() + " at iteration " + iteration,
          "lower the learning rate or choose another initialisation");
    }
  }

  private static EpochSummary summary(
      TrainingState state, long iterations, EpochMeter meter, Validation.Errors errors) {
    return new EpochSummary(
        state.epoch(),
        iterations,
        state.schedule().rate(),
        meter.loss(),
        meter.error(),
        errors.top1(),
        errors.top5(),
        meter.imagesPerSecond(),
        meter.dataWait(),
        meter.seconds());
  }

  @Override
  public void close() {
    network.close();
  }
}
