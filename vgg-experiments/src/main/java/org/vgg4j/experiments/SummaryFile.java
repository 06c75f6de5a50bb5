package org.vgg4j.experiments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vgg4j.core.AtomicFile;
import org.vgg4j.experiments.table.TextTable;
import org.vgg4j.train.EpochSummary;
import org.vgg4j.train.RunDirectory;

/**
 * {@code summary.csv}: the journal as a table for spreadsheets, one line an epoch, with the
 * journal's names above the columns. A value by layer has a column for each, such as {@code
 * gradientNorms.fc8}; where an epoch lacks it, the cell is empty.
 *
 * @param directory the run
 */
record SummaryFile(RunDirectory directory) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Writes the file anew from the journal, whole or not at all. */
  void write() {
    List<EpochSummary> epochs = directory.journal().epochs();
    AtomicFile.write(directory.path().resolve("summary.csv"), csv(epochs));
  }

  private static String csv(List<EpochSummary> epochs) {
    List<Map<String, String>> rows = epochs.stream().map(SummaryFile::cells).toList();
    Set<String> columns = new LinkedHashSet<>();
    rows.forEach(row -> columns.addAll(row.keySet()));
    TextTable table = new TextTable(columns.toArray(String[]::new));
    rows.forEach(row -> table.row(columns.stream().map(c -> row.getOrDefault(c, "")).toArray()));
    return epochs.isEmpty() ? "" : table.csv();
  }

  private static Map<String, String> cells(EpochSummary epoch) {
    Map<String, String> cells = new LinkedHashMap<>();
    add(cells, "", JSON.valueToTree(epoch));
    return cells;
  }

  private static void add(Map<String, String> cells, String prefix, JsonNode node) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (field.getValue().isObject()) {
        add(cells, prefix + field.getKey() + ".", field.getValue());
      } else {
        cells.put(prefix + field.getKey(), field.getValue().asText());
      }
    }
  }
}
