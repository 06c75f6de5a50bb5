package org.vgg4j.experiments.cli;

import org.vgg4j.data.transfer.Progress;

/** Shows how a download or unpacking goes. */
interface TransferDisplay extends Progress, AutoCloseable {

  /** Leaves the terminal in order. */
  @Override
  void close();
}
