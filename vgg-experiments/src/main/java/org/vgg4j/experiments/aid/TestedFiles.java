package org.vgg4j.experiments.aid;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.Problem;
import org.vgg4j.core.weights.TensorFile;
import org.vgg4j.experiments.aid.Explanation.Tested;

/** What the files of a test tell of it. */
final class TestedFiles {
  private static final String SOURCE = "source.";

  private TestedFiles() {}

  static Tested of(OutputFolder folder, CellTest test) {
    Map<String, String> metadata = metadata(test.posteriors());
    return new Tested(
        test.seed(),
        test.part().network(),
        test.part().trainScale(),
        test.part().protocol(),
        relative(folder, test.weights()),
        sha256(test.weights()),
        metadata.get("weights"),
        relative(folder, test.posteriors()),
        sha256(test.posteriors()),
        metadata.isEmpty() ? "" : madeBy(metadata),
        test.part().published(),
        importedFrom(metadata));
  }

  private static String relative(OutputFolder folder, Path file) {
    return file.startsWith(folder.path())
        ? folder.path().relativize(file).toString()
        : file.toString();
  }

  private static @Nullable String sha256(Path file) {
    return Files.isRegularFile(file) ? TensorFile.sha256(file) : null;
  }

  private static Map<String, String> metadata(Path posteriors) {
    try {
      return TensorFile.open(posteriors).metadata();
    } catch (Problem e) {
      return Map.of(); // whoever explains a cell wants to know what is left
    }
  }

  private static String madeBy(Map<String, String> metadata) {
    return "vgg4j %s, TensorFlow %s, %s, %s threads"
        .formatted(
            metadata.get("vgg4j"),
            metadata.get("tensorFlow"),
            metadata.get("device"),
            metadata.get("threads"));
  }

  private static String importedFrom(Map<String, String> metadata) {
    return metadata.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(SOURCE))
        .map(entry -> entry.getKey().substring(SOURCE.length()) + " " + entry.getValue())
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
