package org.vgg4j.experiments.table;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table: what was tested and how, our errors where there are any, and the paper's.
 *
 * @param label what people call the row: the network, or a name for several
 * @param trainScale train scale S in pixels; empty for several networks
 * @param testScale test scale Q in pixels; empty for several networks
 * @param protocol the test protocol, complete; several are joined by {@code " + "}
 * @param source how the row was filled
 * @param reason why it has no result of ours, where it has none
 * @param result our errors
 * @param paper the paper's row, where it has one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Cell(
    String label,
    String trainScale,
    String testScale,
    String protocol,
    Source source,
    @Nullable String reason,
    @Nullable Result result,
    @Nullable PaperRow paper) {

  /** How a row was filled. */
  public enum Source {
    /** Networks that this program trained. */
    TRAINED,
    /** Weights that others published. */
    PUBLISHED,
    /** Networks that this program trained, averaged with ones that others published. */
    MIXED,
    /** The paper's numbers alone. */
    CITED
  }

  /** The paper's row: its own sizes, its errors in percent, null where it has none. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record PaperRow(
      String trainScale,
      String testScale,
      @Nullable Double top1,
      @Nullable Double top5,
      @Nullable Double test5) {}

  /** A row without a result of ours. */
  public static Cell cited(String label, String reason, @Nullable PaperRow paper) {
    return new Cell(label, "", "", "", Source.CITED, reason, null, paper);
  }

  /** The same row with its result's letters, which only all rows together give. */
  Cell withTies(String ties) {
    return new Cell(
        label,
        trainScale,
        testScale,
        protocol,
        source,
        reason,
        result == null ? null : result.withTies(ties),
        paper);
  }

  /** Where the recipe differs from the paper's. */
  List<String> deviations() {
    return result == null ? List.of() : result.deviations();
  }
}
