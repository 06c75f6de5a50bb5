package org.vgg4j.train;

import org.vgg4j.core.graph.TrainingGraph;
import org.vgg4j.data.batch.TrainingBatches;

/**
 * A training in a process of its own: what is trained, where, on which images.
 *
 * @param network the graph that learns
 */
record TrainingRun(
    TrainingTask task, RunDirectory directory, TrainingBatches batches, TrainingGraph network) {

  Checkpoints checkpoints() {
    return new Checkpoints(directory, network, task);
  }

  /** For messages. */
  @Override
  public String toString() {
    return "training " + task.network().name() + " in " + directory.path();
  }
}
