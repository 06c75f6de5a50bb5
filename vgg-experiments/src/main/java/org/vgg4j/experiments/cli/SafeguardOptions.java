package org.vgg4j.experiments.cli;

import org.vgg4j.core.Problem;
import org.vgg4j.train.Safeguards;
import org.vgg4j.train.StopSwitch;
import picocli.CommandLine.Option;

/** How trainings are kept from harm. */
final class SafeguardOptions {
  @Option(
      names = "--save-every",
      paramLabel = "STEPS",
      description = "steps between checkpoints within an epoch (default: ten minutes)")
  private int saveEvery;

  @Option(
      names = "--keep",
      paramLabel = "EPOCHS",
      description = "checkpoints of past epochs to keep, besides the last and the best")
  private int keep;

  @Option(
      names = "--abort-on-plateau",
      description = "end a training whose loss stays where guessing puts it")
  private boolean abortOnPlateau;

  @Option(
      names = "--retry-oom",
      description = "go on with smaller micro-batches where memory doesn't suffice")
  private boolean retryOutOfMemory;

  /** The safeguards; from now on a signal ends trainings in good order. */
  Safeguards safeguards() {
    if (saveEvery < 0 || keep < 0) {
      throw Problem.configuration(
          saveEvery < 0 ? "--save-every " + saveEvery : "--keep " + keep,
          "is below 0",
          "leave it out for the default");
    }
    StopSwitch stop = new StopSwitch();
    Runtime.getRuntime().addShutdownHook(new Thread(new SaveOnSignal(stop)));
    return new Safeguards(saveEvery, keep, abortOnPlateau, retryOutOfMemory, stop);
  }
}
