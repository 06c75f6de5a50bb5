package org.vgg4j.experiments.gate;

import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vgg4j.core.Problem;
import org.vgg4j.core.weights.NetworkManifest;
import org.vgg4j.core.weights.TensorFile;
import org.vgg4j.experiments.ResultFiles;
import org.vgg4j.experiments.table.Cell;
import org.vgg4j.experiments.table.Numbers;
import org.vgg4j.experiments.table.Result;
import org.vgg4j.experiments.table.Result.Part;
import org.vgg4j.experiments.table.Result.Published;
import org.vgg4j.experiments.table.ResultsTable;

/** What is guarded of the tables in an output folder. */
final class GuardedFolder {
  private static final int DECIMALS = 2;

  private final Path folder;
  private final List<ResultsTable> tables;

  /**
   * Reads the tables.
   *
   * @throws Problem if there are none, or they can't be read
   */
  GuardedFolder(Path folder) {
    this.folder = folder;
    this.tables = new ResultFiles(folder).tables();
    if (cells().isEmpty()) {
      throw Problem.data(
          folder.toString(),
          "holds no table with results",
          "fill one by vgg reproduce table3 --out " + folder);
    }
  }

  /** The results, by the names of their cells. */
  Map<String, CellRecord> records() {
    return ImmutableMap.copyOf(new TreeMap<>(recorded()));
  }

  private Map<String, CellRecord> recorded() {
    ImmutableMap.Builder<String, CellRecord> records = ImmutableMap.builder();
    cells().forEach((name, result) -> records.put(name, new CellReading(folder, result).cell()));
    return records.buildOrThrow();
  }

  private Map<String, Result> cells() {
    Map<String, Result> cells = new TreeMap<>();
    for (ResultsTable table : tables) {
      for (Cell cell : table.cells()) {
        Result result = cell.result();
        if (result != null) {
          String name = name(table, cell, result);
          cells.put(cells.containsKey(name) ? name + " (again)" : name, result);
        }
      }
    }
    return cells;
  }

  private static String name(ResultsTable table, Cell cell, Result result) {
    String name = table.name() + " " + cell.label();
    return result.parts().size() == 1
        ? name + " S=" + cell.trainScale() + " " + cell.protocol()
        : name;
  }

  /** The data that the tables are of, and what their networks are, by name. */
  Map<String, String> facts() {
    Map<String, String> facts = new TreeMap<>();
    for (ResultsTable table : tables) {
      facts.put("data of " + table.name(), Digest.shortened(table.provenance().dataHash()));
    }
    for (Part part : parts()) {
      String name = "weights of " + part.network() + " S=" + part.trainScale();
      facts.merge(name, of(part), (one, other) -> one.contains(other) ? one : one + "; " + other);
    }
    return facts;
  }

  private List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    cells().values().forEach(result -> parts.addAll(result.parts()));
    return parts;
  }

  private String of(Part part) {
    Published published = part.published();
    return published == null ? trained(part) : "file " + Digest.shortened(published.sha256());
  }

  private String trained(Part part) {
    TensorFile file = TensorFile.open(folder.resolve(part.weights()));
    NetworkManifest manifest = NetworkManifest.of(file);
    List<String> mean =
        manifest.preprocessing().mean().stream()
            .map(value -> Numbers.decimals(value, DECIMALS))
            .toList();
    return NetworkFacts.of(manifest.network(), manifest.crop())
        + ", crop "
        + manifest.crop()
        + ", mean "
        + String.join(" ", mean);
  }
}
