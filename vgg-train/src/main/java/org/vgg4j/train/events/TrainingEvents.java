package org.vgg4j.train.events;

import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.graph.TrainingGraph;
import org.vgg4j.core.spec.Parameter;
import org.vgg4j.train.EpochSummary;
import org.vgg4j.train.TrainingListener;

/**
 * Writes what TensorBoard shows of one training: the loss as it falls within an epoch, all numbers
 * of each epoch, and on request how the parameters are distributed. A step is an SGD step, counted
 * from 1 since training began.
 *
 * <p>A training that goes on starts a new file, which begins with the mark that a session starts at
 * its first step. By this mark TensorBoard forgets what older files tell of that step and later
 * ones: steps that a killed process did, whose checkpoint it did not reach. So no step is shown
 * twice, and a record that the kill cut short stays at the end of a file that nobody adds to.
 */
public final class TrainingEvents implements TrainingListener, AutoCloseable {
  private static final int STEPS_BETWEEN_LOSSES = 10;

  private final Path folder;
  private final Clock clock;
  private @Nullable EventFile file;
  private long step;

  /** Events in that folder, which need not exist; nothing is written before the first step. */
  public TrainingEvents(Path folder) {
    this(folder, Clock.systemUTC());
  }

  TrainingEvents(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  @Override
  public void stepDone(Step done) {
    step = (long) done.epoch() * done.steps() + done.number() + 1;
    EventFile events = file();
    if (step % STEPS_BETWEEN_LOSSES == 0) {
      events.write(step, Summaries.scalars(ImmutableMap.of("loss/step", done.loss())));
    }
  }

  @Override
  public void epochDone(EpochSummary epoch) {
    step = epoch.iterations();
    file().write(step, Summaries.of(epoch));
  }

  /** Tells how the network's trained parameters are distributed after the latest step. */
  public void parameters(TrainingGraph network) {
    for (Parameter parameter : network.trained()) {
      values(parameter.name(), network.read(parameter));
    }
  }

  /** Tells how values are distributed after the latest step, such as the gradients of a layer. */
  public void values(String tag, float[] values) {
    file().write(step, Summaries.histogram(tag, values));
  }

  private EventFile file() {
    if (file == null) {
      file = EventFile.start(folder, clock, step);
    }
    return file;
  }

  /** Completes the file. */
  @Override
  public void close() {
    if (file != null) {
      file.close();
      file = null;
    }
  }
}
