package org.vgg4j.eval.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.vgg4j.testing.SharedFolder;

/** Values of SciPy and statsmodels. */
final class GoldenStatistics {
  private GoldenStatistics() {}

  /** The cases of one statistic; skips the calling test where the golden data are absent. */
  static List<JsonNode> cases(String statistic) {
    try {
      JsonNode all =
          new ObjectMapper().readTree(SharedFolder.path("golden/stats/stats.json").toFile());
      return StreamSupport.stream(all.get(statistic).spliterator(), false).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Double> doubles(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asDouble).toList();
  }
}
