package org.vgg4j.experiments;

import com.google.errorprone.annotations.MustBeClosed;
import java.nio.file.Path;
import java.util.Optional;
import org.vgg4j.core.Problem;
import org.vgg4j.data.DataSource;
import org.vgg4j.data.Resources;

/**
 * The opened data and output folder of a run.
 *
 * @param identity what stages and results know of the data
 */
record Workplace(Settings settings, DataSource data, RunStore store, DataIdentity identity)
    implements AutoCloseable {
  /** Share of the heap that decoded images may take, and again rescaled ones of all stages. */
  private static final double CACHE_SHARE = 0.3;

  /**
   * Opens both.
   *
   * @throws Problem if the data can't be read, or another process uses the folder
   */
  @MustBeClosed
  @SuppressWarnings("MustBeClosed") // closing this closes both
  static Workplace open(Settings settings) {
    DataSource data = openData(settings);
    try {
      RunStore store = RunStore.open(settings.out());
      return new Workplace(settings, data, store, DataIdentity.of(settings.data(), data));
    } catch (RuntimeException e) {
      data.close();
      throw e;
    }
  }

  /** Opens the data alone. */
  @MustBeClosed
  static DataSource openData(Settings settings) {
    int threads = settings.threadsOfOneStage().threads();
    return settings.data().open(new Resources(threads, cacheBytes() / 2, folder(settings)));
  }

  /** The experiment resolved for this data. */
  Plan plan(Experiment experiment) {
    return new Plan(experiment, settings.preset(), settings.networks(), identity);
  }

  /** What is known of data sets lies beside the results, never among the data. */
  Optional<Path> dataFolder() {
    return folder(settings);
  }

  private static Optional<Path> folder(Settings settings) {
    return Optional.of(settings.out().resolve("data"));
  }

  /** Bytes of rescaled pixels that one stage may keep. */
  long cacheOfOneStage() {
    return cacheBytes() / settings.parallelStages() / 2;
  }

  private static long cacheBytes() {
    return (long) (CACHE_SHARE * Runtime.getRuntime().maxMemory());
  }

  @Override
  public void close() {
    store.close();
    data.close();
  }
}
