package org.vgg4j.experiments.aid;

import static java.util.Objects.requireNonNull;

import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.Problem;
import org.vgg4j.core.graph.Device;
import org.vgg4j.core.spec.NetworkCatalogue;
import org.vgg4j.core.weights.TensorFile;
import org.vgg4j.core.weights.WeightsComparison;
import org.vgg4j.experiments.DataIdentity;
import org.vgg4j.experiments.DataSettings;
import org.vgg4j.experiments.Preset;
import org.vgg4j.experiments.Retraining;
import org.vgg4j.experiments.RunListener;
import org.vgg4j.experiments.Settings;
import org.vgg4j.experiments.Stage;
import org.vgg4j.experiments.StageSpec;
import org.vgg4j.experiments.WeightsChoices;
import org.vgg4j.train.Safeguards;

/**
 * Trains a run again, in a folder that is removed afterwards, and compares the weights. What it
 * starts from is taken as it lies there.
 *
 * @param data what it learns from
 * @param device where
 */
public record Repetition(
    OutputFolder folder, DataSettings data, ProcessDevice device, Safeguards safeguards) {

  /** Does one run again. */
  public Check of(StoredRun run, RunListener listener) {
    String subject = "training " + run.name();
    Device then = recorded(run);
    Optional<Device> on = device.insteadOf(then);
    if (on.isEmpty()) {
      return device.refusal(subject, then);
    }
    try {
      return compared(subject, run, on.get(), listener);
    } catch (Problem e) {
      return Check.differs(subject, requireNonNull(e.getMessage()));
    } catch (IOException e) {
      return Check.unchecked(subject, "can't be trained again here (" + e + ")");
    }
  }

  private Check compared(String subject, StoredRun run, Device on, RunListener listener)
      throws IOException {
    Path temporary = Files.createTempDirectory("vgg-verify");
    try {
      copyParent(run, temporary);
      Path again =
          new Retraining(settings(run, on, temporary), listener)
              .run(content -> stage(run, content))
              .weights();
      WeightsComparison comparison =
          WeightsComparison.of(TensorFile.open(run.directory().weights()), TensorFile.open(again));
      return comparison.identical()
          ? Check.same(subject, "equal bits in " + comparison.tensors() + " tensors")
          : Check.differs(subject, text(comparison));
    } finally {
      MoreFiles.deleteRecursively(temporary);
    }
  }

  private static String text(WeightsComparison comparison) {
    return "%d of %d tensors differ, by at most %s"
        .formatted(
            comparison.differing().size(), comparison.tensors(), (float) comparison.largest());
  }

  /** A training reads nothing of its parent but the weights. */
  private void copyParent(StoredRun run, Path temporary) throws IOException {
    if (run.parent().isEmpty()) {
      return;
    }
    Path weights = parentOf(run).directory().weights();
    if (!Files.isRegularFile(weights)) {
      throw withoutParent(run, "whose weights are gone");
    }
    Path copy = Files.createDirectories(temporary.resolve("runs").resolve(run.parent().get()));
    Files.copy(weights, copy.resolve("weights.safetensors"));
  }

  private Settings settings(StoredRun run, Device on, Path temporary) {
    return new Settings(
        Preset.of("verify", spec(run).recipe()),
        NetworkCatalogue.shipped(),
        data,
        temporary,
        List.of(spec(run).seed()),
        on,
        1,
        safeguards,
        false,
        WeightsChoices.none());
  }

  private static Device recorded(StoredRun run) {
    return run.provenance().map(made -> RecordedDevice.parse(made.device())).orElse(Device.cpu());
  }

  private Stage stage(StoredRun run, DataIdentity content) {
    @Nullable Stage parent = run.parent().isEmpty() ? null : stage(parentOf(run), content);
    Stage stage = spec(run).stage(parent, content);
    if (!stage.identity().equals(spec(run).identity())) {
      throw Problem.data(
          run.path().toString(),
          "was trained on other data, or by a version whose trainings give other bits",
          "name the data as then, or use that version");
    }
    return stage;
  }

  private StoredRun parentOf(StoredRun run) {
    return new Lineage(folder).parentOf(run).orElseThrow(() -> withoutParent(run, "which is gone"));
  }

  private static Problem withoutParent(StoredRun run, String why) {
    return Problem.data(
        run.path().toString(),
        "starts from %s, %s".formatted(run.parent().orElse("another run"), why),
        "run vgg reproduce again");
  }

  private static StageSpec spec(StoredRun run) {
    return StageSpec.read(run.path());
  }
}
