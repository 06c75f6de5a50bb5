package org.vgg4j.train;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.Duration;

/**
 * How a training is kept from harm: a matter of time and disk, never of its result.
 *
 * @param saveEvery steps between two checkpoints within an epoch, 0 for one every ten minutes; the
 *     end of an epoch always has one
 * @param keep how many checkpoints of past epochs to keep besides the last and the best
 * @param abortOnPlateau whether a training whose loss stays where guessing puts it ends
 * @param retryOutOfMemory whether a training that doesn't fit into memory goes on with smaller
 *     micro-batches
 * @param stop asks the training to save what it has and to end
 */
public record Safeguards(
    int saveEvery, int keep, boolean abortOnPlateau, boolean retryOutOfMemory, StopSwitch stop) {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  public Safeguards {
    checkArgument(saveEvery >= 0, "steps between checkpoints are at least 0, not %s", saveEvery);
    checkArgument(keep >= 0, "checkpoints to keep are at least 0, not %s", keep);
  }

  /** What a user gets who doesn't choose. */
  public static Safeguards standard() {
    return new Safeguards(0, 0, false, false, new StopSwitch());
  }

  /** Whether a checkpoint is due after so many steps of an epoch and so long since the last. */
  boolean isDue(int steps, Duration sinceLast) {
    return saveEvery > 0 ? steps % saveEvery == 0 : sinceLast.compareTo(PATIENCE) >= 0;
  }
}
