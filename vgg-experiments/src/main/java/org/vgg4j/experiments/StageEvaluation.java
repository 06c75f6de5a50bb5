package org.vgg4j.experiments;

import com.google.common.collect.ImmutableMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntConsumer;
import org.vgg4j.core.Problem;
import org.vgg4j.core.graph.Device;
import org.vgg4j.core.graph.GraphSession;
import org.vgg4j.core.weights.TensorFile;
import org.vgg4j.data.DataSource;
import org.vgg4j.eval.EvaluationProgress;
import org.vgg4j.eval.Evaluator;
import org.vgg4j.eval.Posteriors;
import org.vgg4j.eval.Predictor;
import org.vgg4j.eval.ResumableEvaluation;
import org.vgg4j.eval.TestProtocol;
import org.vgg4j.train.EpochSummary;
import org.vgg4j.train.RunDirectory;

/** Tests trained stages; posteriors that are on disk already are read, not computed again. */
final class StageEvaluation {
  private final RunStore store;
  private final DataSource data;
  private final DataIdentity identity;
  private final Device device;

  StageEvaluation(RunStore store, DataSource data, DataIdentity identity, Device device) {
    this.store = store;
    this.data = data;
    this.identity = identity;
    this.device = device;
  }

  /** The posteriors of the validation split by that protocol. */
  Posteriors posteriors(Stage stage, TestProtocol protocol, RunListener listener) {
    RunDirectory directory = store.runOf(stage);
    Path file = fileOf(directory, protocol);
    if (Files.exists(file)) {
      return whole(file, Posteriors.load(file));
    }
    try (Predictor predictor = new Predictor(directory.weights(), device, protocol)) {
      IntConsumer progress =
          listener.testStarts(stage, protocol, data.val().size() * protocol.passes());
      Evaluator evaluator =
          new Evaluator(predictor, data.val(), stage.recipe().interpolation(), device.threads());
      return new ResumableEvaluation(evaluator, file)
          .run(protocol, madeFrom(directory, protocol), EvaluationProgress.counting(progress));
    }
  }

  /** A table's cell is never made of some of the images. */
  private static Posteriors whole(Path file, Posteriors posteriors) {
    if (posteriors.partial().isPresent()) {
      throw Problem.data(
          file.toString(),
          "is PARTIAL (" + posteriors.partial().get() + "), which no table takes",
          "remove it; the whole split is tested then");
    }
    return posteriors;
  }

  /** Seconds that training took, over all processes that had a part in it. */
  double seconds(Stage stage) {
    return store.runOf(stage).journal().epochs().stream().mapToDouble(EpochSummary::seconds).sum();
  }

  private static Path fileOf(RunDirectory directory, TestProtocol protocol) {
    String name = protocol.toString().replace('|', '-').replace("=", "");
    return directory.path().resolve("posteriors").resolve(name + ".safetensors");
  }

  private ImmutableMap<String, String> madeFrom(RunDirectory directory, TestProtocol protocol) {
    return ImmutableMap.<String, String>builder()
        .putAll(TensorFile.open(directory.weights()).metadata())
        .put("weights", TensorFile.sha256(directory.weights()))
        .put("protocol", protocol.toString())
        .put("data", identity.name())
        .put("dataHash", identity.hash())
        .put("tensorFlow", GraphSession.tensorFlowVersion())
        .put("vgg4j", Build.version())
        .buildOrThrow();
  }
}
