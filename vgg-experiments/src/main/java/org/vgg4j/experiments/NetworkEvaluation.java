package org.vgg4j.experiments;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.vgg4j.core.Problem;
import org.vgg4j.core.graph.Device;
import org.vgg4j.core.weights.TensorFile;
import org.vgg4j.data.DataSource;
import org.vgg4j.eval.EvaluationProgress;
import org.vgg4j.eval.Evaluator;
import org.vgg4j.eval.LabelCheck;
import org.vgg4j.eval.Posteriors;
import org.vgg4j.eval.Predictor;
import org.vgg4j.eval.ResumableEvaluation;
import org.vgg4j.eval.TestProtocol;
import org.vgg4j.experiments.EvaluationRecord.Tested;

/** Tests networks; posteriors that are on disk already are read, not computed again. */
final class NetworkEvaluation {
  private final DataSource data;
  private final Tested tested;
  private final Device device;
  private final Map<Path, String> hashes = new ConcurrentHashMap<>();

  NetworkEvaluation(DataSource data, Tested tested, Device device) {
    this.data = data;
    this.tested = tested;
    this.device = device;
  }

  /** The posteriors of the validation split by that protocol. */
  Posteriors posteriors(TestedNetwork network, TestProtocol protocol, RunListener listener) {
    Path file = network.posteriors(protocol);
    if (Files.exists(file)) {
      return checked(network, file, Posteriors.load(file));
    }
    return protocol.parts().size() == 1
        ? evaluated(network, protocol, listener)
        : averaged(network, protocol, listener);
  }

  /** The bits that an evaluation by the whole protocol gives. */
  private Posteriors averaged(TestedNetwork network, TestProtocol protocol, RunListener listener) {
    List<Posteriors> parts =
        protocol.parts().stream().map(part -> posteriors(network, part, listener)).toList();
    Posteriors mean = Posteriors.mean(parts, recordOf(network, protocol).metadata());
    mean.save(network.posteriors(protocol));
    return mean;
  }

  private Posteriors evaluated(TestedNetwork network, TestProtocol protocol, RunListener listener) {
    try (Predictor predictor = new Predictor(network.weights(), device, protocol)) {
      IntConsumer progress =
          listener.testStarts(network.name(), protocol, data.val().size() * protocol.passes());
      Evaluator evaluator =
          new Evaluator(predictor, data.val(), network.interpolation(), device.threads());
      Posteriors posteriors =
          new ResumableEvaluation(evaluator, network.posteriors(protocol))
              .run(
                  protocol,
                  recordOf(network, protocol).metadata(),
                  EvaluationProgress.counting(progress));
      LabelCheck.of(posteriors)
          .ifPresent(suspicion -> listener.remark(network.name() + ": " + suspicion));
      return posteriors;
    }
  }

  /** A table's cell is never made of some of the images, of others, or of another test. */
  private Posteriors checked(TestedNetwork network, Path file, Posteriors posteriors) {
    if (posteriors.partial().isPresent()) {
      throw Problem.data(
          file.toString(),
          "is PARTIAL (" + posteriors.partial().get() + "), which no table takes",
          "remove it; the whole split is tested then");
    }
    checkMaker(file, posteriors, "weights", hashOf(network.weights()));
    checkMaker(file, posteriors, "interpolation", network.interpolation().toString());
    boolean same = tested.hash().equals(posteriors.madeFrom().get("dataHash"));
    if (!same || !posteriors.ids().equals(ids())) {
      throw Problem.data(
          file.toString(),
          "has posteriors of other images than those of " + tested.data(),
          "choose another --out, or remove it; the images are tested then");
    }
    return posteriors;
  }

  private static void checkMaker(Path file, Posteriors posteriors, String key, String expected) {
    String made = posteriors.madeFrom().getOrDefault(key, "unsaid");
    if (!expected.equals(made)) {
      throw Problem.data(
          file.toString(),
          "was made with %s %s, not %s".formatted(key, made, expected),
          "choose another --out, or remove it; the images are tested then");
    }
  }

  private String hashOf(Path weights) {
    return hashes.computeIfAbsent(weights, TensorFile::sha256);
  }

  private List<String> ids() {
    return IntStream.range(0, data.val().size()).mapToObj(data.val()::id).toList();
  }

  private EvaluationRecord recordOf(TestedNetwork network, TestProtocol protocol) {
    return new EvaluationRecord(
        network.weights(), protocol, network.interpolation(), tested, device);
  }
}
