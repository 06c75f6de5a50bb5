package org.vgg4j.experiments;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntConsumer;
import org.vgg4j.core.Problem;
import org.vgg4j.core.graph.Device;
import org.vgg4j.data.DataSource;
import org.vgg4j.eval.EvaluationProgress;
import org.vgg4j.eval.Evaluator;
import org.vgg4j.eval.Posteriors;
import org.vgg4j.eval.Predictor;
import org.vgg4j.eval.ResumableEvaluation;
import org.vgg4j.eval.TestProtocol;
import org.vgg4j.experiments.EvaluationRecord.Tested;
import org.vgg4j.train.EpochSummary;
import org.vgg4j.train.RunDirectory;

/** Tests trained stages; posteriors that are on disk already are read, not computed again. */
final class StageEvaluation {
  private final RunStore store;
  private final DataSource data;
  private final Tested tested;
  private final Device device;

  StageEvaluation(RunStore store, DataSource data, Tested tested, Device device) {
    this.store = store;
    this.data = data;
    this.tested = tested;
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
          .run(
              protocol,
              recordOf(stage, protocol).metadata(),
              EvaluationProgress.counting(progress));
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

  private EvaluationRecord recordOf(Stage stage, TestProtocol protocol) {
    return new EvaluationRecord(
        store.runOf(stage).weights(), protocol, stage.recipe().interpolation(), tested, device);
  }
}
