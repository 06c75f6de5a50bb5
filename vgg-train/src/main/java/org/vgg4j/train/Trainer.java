package org.vgg4j.train;

import org.vgg4j.core.graph.Device;
import org.vgg4j.core.graph.TrainingGraph;
import org.vgg4j.core.spec.Parameter;
import org.vgg4j.data.batch.TrainingBatches;

/**
 * Trains one network in one run directory (section 3.1): an epoch, its validation, a checkpoint,
 * until the schedule has finished. A run that was stopped goes on after the last step it saved and
 * ends with the same bits as one that was not.
 */
public final class Trainer implements AutoCloseable {
  private final TrainingRun run;

  /**
   * Builds the training graph.
   *
   * @param batches the training images
   */
  public Trainer(
      TrainingTask task, RunDirectory directory, TrainingBatches batches, Device device) {
    this.run =
        new TrainingRun(task, directory, batches, new TrainingGraph(device, task.definition()));
  }

  /**
   * Trains to the end, from the run directory's checkpoint where there is one, else from the
   * starting point; leaves the weights in the run directory.
   *
   * @throws TrainingStopped if the safeguards ask for it; all that was done is saved
   */
  public void train(
      StartingPoint start,
      Validation validation,
      TrainingListener listener,
      Safeguards safeguards) {
    safeguards.stop().begin();
    try {
      trainToTheEnd(start, validation, new TrainingLoop(run, listener, safeguards));
    } finally {
      safeguards.stop().end();
    }
  }

  private void trainToTheEnd(StartingPoint start, Validation validation, TrainingLoop loop) {
    TrainingState state = loop.restored().orElseGet(() -> begin(start));
    run.directory().journal().keepOnly(state.epochsDone());
    while (!state.schedule().finished()) {
      state = loop.epoch(state, validation);
    }
    Checkpoint.saveWeights(run.directory().weights(), run.network(), run.task());
  }

  private TrainingState begin(StartingPoint start) {
    TrainingGraph network = run.network();
    for (Parameter parameter : network.parameters()) {
      network.write(parameter, start.values(parameter, run.task().seed().at("initialization")));
    }
    for (Parameter parameter : network.trained()) {
      network.writeMomentum(parameter, new float[Math.toIntExact(parameter.elements())]);
    }
    return TrainingState.start(run.task().phase());
  }

  @Override
  public void close() {
    run.network().close();
  }
}
