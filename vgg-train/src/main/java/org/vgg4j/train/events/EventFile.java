package org.vgg4j.train.events;

import static java.nio.file.StandardOpenOption.CREATE_NEW;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.tensorflow.proto.Event;
import org.tensorflow.proto.SessionLog;
import org.tensorflow.proto.SessionLog.SessionStatus;
import org.tensorflow.proto.Summary;
import org.vgg4j.core.Problem;
import org.vgg4j.core.record.RecordOutput;

/**
 * One {@code events.out.tfevents.*} file. TensorBoard reads the files of a folder in the order of
 * their names, so a name begins with the time, and a name that is taken is not written to again.
 */
final class EventFile implements AutoCloseable {
  /** The first version whose readers heed a session's start. */
  private static final String VERSION = "brain.Event:2";

  private final Path path;
  private final Clock clock;
  private final RecordOutput records;

  private EventFile(Path path, Clock clock, RecordOutput records) {
    this.path = path;
    this.clock = clock;
    this.records = records;
  }

  /**
   * Starts a file.
   *
   * @param firstStep the first step that it will tell of; whatever older files of the folder tell
   *     of this step and later ones, TensorBoard then forgets
   */
  static EventFile start(Path folder, Clock clock, long firstStep) {
    Path path = folder.resolve(name(clock.instant()));
    try {
      Files.createDirectories(folder);
      EventFile file =
          new EventFile(
              path,
              clock,
              new RecordOutput(new BufferedOutputStream(Files.newOutputStream(path, CREATE_NEW))));
      file.write(Event.newBuilder().setFileVersion(VERSION));
      file.write(
          Event.newBuilder()
              .setStep(firstStep)
              .setSessionLog(SessionLog.newBuilder().setStatus(SessionStatus.START)));
      return file;
    } catch (IOException e) {
      throw unwritable(path, e);
    }
  }

  private static String name(Instant now) {
    return String.format(
        Locale.ROOT,
        "events.out.tfevents.%010d.%09d.vgg4j.%d",
        now.getEpochSecond(),
        now.getNano(),
        ProcessHandle.current().pid());
  }

  /** Writes what is known of a step. */
  void write(long step, Summary summary) {
    write(Event.newBuilder().setStep(step).setSummary(summary));
  }

  private void write(Event.Builder event) {
    Instant now = clock.instant();
    double seconds = now.getEpochSecond() + now.getNano() / 1e9;
    try {
      records.write(event.setWallTime(seconds).build().toByteArray());
      records.flush(); // a running TensorBoard finds it, and a kill loses nothing
    } catch (IOException e) {
      throw unwritable(path, e);
    }
  }

  @Override
  public void close() {
    try {
      records.close();
    } catch (IOException e) {
      throw unwritable(path, e);
    }
  }

  private static Problem unwritable(Path path, IOException cause) {
    return Problem.data(
            path.toString(),
            "can't be written (" + cause.getMessage() + ")",
            "free space on the disk and start again; the training goes on where it was")
        .causedBy(cause);
  }
}
