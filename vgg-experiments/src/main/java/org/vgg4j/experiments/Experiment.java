package org.vgg4j.experiments;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.StrictYaml;
import org.vgg4j.data.augment.ScaleRange;

/**
 * A table as a file: its rows, each a training and a test. Sizes are the paper's; a {@link Preset}
 * scales them.
 *
 * @param table number of the paper's table, or a number of one's own
 * @param caption what stands above the table
 * @param rows top to bottom
 */
public record Experiment(int table, String caption, List<Row> rows) {
  public Experiment {
    checkArgument(!rows.isEmpty(), "rows: an experiment has at least one row");
    rows = ImmutableList.copyOf(rows);
  }

  /** One row. */
  public record Row(String network, Training train, String test, @Nullable PaperErrors paper) {}

  /**
   * How a row's network is trained.
   *
   * @param scale the train scale S, such as {@code 256} or {@code 256..512}
   * @param from the trained network it starts from; random layers where there is none
   */
  public record Training(String scale, @Nullable Parent from) {
    public Training {
      ScaleRange.parse(scale);
    }
  }

  /** A network at a train scale, which another row trains. */
  public record Parent(String network, String scale) {
    public Parent {
      ScaleRange.parse(scale);
    }
  }

  /** What the paper reports, in percent. */
  public record PaperErrors(double top1, double top5) {}

  /** One of the tables that come with the program: 3. */
  public static Experiment shipped(int table) {
    return StrictYaml.shipped(Experiment.class, "tables/table" + table + ".yaml", Experiment.class);
  }

  /** A table of somebody's own. */
  public static Experiment read(Path file) {
    return StrictYaml.read(file, Experiment.class);
  }
}
