package org.vgg4j.experiments;

import org.vgg4j.train.EpochSummary;
import org.vgg4j.train.TrainingListener;

/** Passes on what it hears, and ends a training whose sibling has failed. */
record StoppableListener(TrainingListener listener, ParallelStages siblings)
    implements TrainingListener {
  @Override
  public void stepDone(Step step) {
    siblings.throwIfStopped();
    listener.stepDone(step);
  }

  @Override
  public void epochDone(EpochSummary epoch) {
    listener.epochDone(epoch);
  }
}
