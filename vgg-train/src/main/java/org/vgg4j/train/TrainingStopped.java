package org.vgg4j.train;

import java.util.concurrent.CancellationException;

/** Training was asked to stop, has saved what it had, and can go on from there. */
public final class TrainingStopped extends CancellationException {
  private static final long serialVersionUID = 1L;

  TrainingStopped(RunDirectory directory, TrainingState state) {
    super(
        directory.path()
            + ": stopped in epoch "
            + (state.epochsDone() + 1)
            + " after "
            + state.iterations()
            + " steps, all saved");
  }
}
