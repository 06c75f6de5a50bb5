package org.vgg4j.experiments.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vgg4j.experiments.table.ClaimResult.Verdict;

/**
 * The claims of several tables together.
 *
 * @param tables all tables of an output folder
 */
public record ClaimReport(List<ResultsTable> tables) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** Every claim below its table's title, and how many of which verdict there are. */
  public String markdown() {
    StringBuilder text = new StringBuilder("# The paper's claims\n\n").append(count());
    for (ResultsTable table : claiming()) {
      text.append("\n## ").append(table.title()).append(" (preset ").append(table.preset());
      text.append(")\n\n").append(ClaimsText.of(table).markdown());
    }
    return text.toString();
  }

  private String count() {
    StringBuilder text = new StringBuilder();
    for (Verdict verdict : Verdict.values()) {
      long count =
          claiming().stream()
              .flatMap(table -> table.claims().stream())
              .filter(claim -> claim.verdict() == verdict)
              .count();
      text.append(text.isEmpty() ? "" : ", ").append(count).append(' ').append(verdict.word());
    }
    return text.append(".\n").toString();
  }

  private List<ResultsTable> claiming() {
    return tables.stream().filter(table -> !table.claims().isEmpty()).toList();
  }

  /** The claims by table name, as JSON. */
  public String json() {
    Map<String, List<ClaimResult>> claims = new LinkedHashMap<>();
    claiming().forEach(table -> claims.put(table.name(), table.claims()));
    try {
      return JSON.writeValueAsString(claims) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
