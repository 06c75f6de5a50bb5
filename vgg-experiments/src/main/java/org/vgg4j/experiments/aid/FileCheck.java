package org.vgg4j.experiments.aid;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Ascii;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.vgg4j.core.Problem;
import org.vgg4j.core.weights.TensorFile;
import org.vgg4j.experiments.StageSpec;

/** Whether the files of a test are whole and belong together. */
final class FileCheck {
  private FileCheck() {}

  static Check of(OutputFolder folder, CellTest test, String dataHash) {
    String subject = "files of " + folder.path().relativize(test.posteriors());
    try {
      TensorFile.open(test.weights()).verify();
      String weights = TensorFile.sha256(test.weights());
      Map<String, String> metadata = TensorFile.open(test.posteriors()).metadata();
      return misfit(test, metadata, weights, dataHash)
          .map(misfit -> Check.differs(subject, misfit))
          .orElseGet(() -> Check.same(subject, "weights SHA-256 " + weights));
    } catch (Problem e) {
      return Check.differs(subject, requireNonNull(e.getMessage()));
    }
  }

  private static Optional<String> misfit(
      CellTest test, Map<String, String> metadata, String weights, String dataHash) {
    if (!weights.equals(metadata.get("weights"))) {
      return Optional.of(
          "weights have SHA-256 %s, those that were tested %s"
              .formatted(weights, metadata.get("weights")));
    }
    if (!dataHash.equals(metadata.get("dataHash"))) {
      return Optional.of("the posteriors are of other data than the table");
    }
    if (!test.part().protocol().equals(metadata.get("protocol"))) {
      return Optional.of("the posteriors are by protocol " + metadata.get("protocol"));
    }
    return test.run().flatMap(run -> misfit(run, dataHash));
  }

  private static Optional<String> misfit(StoredRun run, String dataHash) {
    Optional<StageSpec> spec = run.spec();
    if (spec.isEmpty()) {
      return Optional.of("spec.yaml is missing, damaged or of another version");
    }
    boolean named = run.name().endsWith("-" + Ascii.truncate(spec.get().identity(), 8, ""));
    return named && Objects.equals(spec.get().dataHash(), dataHash)
        ? Optional.empty()
        : Optional.of("spec.yaml is that of another run");
  }
}
