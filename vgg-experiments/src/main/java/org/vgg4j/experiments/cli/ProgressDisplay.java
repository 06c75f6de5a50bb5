package org.vgg4j.experiments.cli;

import org.vgg4j.experiments.RunListener;

/** Shows how a run goes. */
interface ProgressDisplay extends RunListener, AutoCloseable {

  /** Leaves the terminal in order. */
  @Override
  void close();
}
