package org.vgg4j.experiments.aid;

import org.vgg4j.core.Problem;
import org.vgg4j.core.weights.TensorFile;

/** How a run stands. */
public enum RunState {
  /** Its weights are there. */
  FINISHED,
  /** It is not finished, and a process uses the folder. */
  TRAINING,
  /** It is not finished, and no process uses the folder. */
  INTERRUPTED,
  /** Its spec, journal or weights can't be read. */
  DAMAGED;

  /** The state of a run; reads no values of weights. */
  static RunState of(StoredRun run, boolean folderInUse) {
    if (run.spec().isEmpty() || run.epochs().isEmpty()) {
      return DAMAGED;
    }
    if (!run.directory().isFinished()) {
      return folderInUse ? TRAINING : INTERRUPTED;
    }
    try {
      TensorFile.open(run.directory().weights());
      return FINISHED;
    } catch (Problem e) {
      return DAMAGED;
    }
  }
}
