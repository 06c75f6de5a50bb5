package org.vgg4j.experiments.aid;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.vgg4j.core.Problem;
import org.vgg4j.core.graph.Device;
import org.vgg4j.data.image.Filter;
import org.vgg4j.data.source.ImageDataset;
import org.vgg4j.data.transfer.Progress;
import org.vgg4j.eval.EvaluationProgress;
import org.vgg4j.eval.Posteriors;
import org.vgg4j.eval.Predictor;
import org.vgg4j.eval.TestProtocol;
import org.vgg4j.experiments.NetworkTest;

/**
 * Tests weights again and compares the posteriors with the stored ones.
 *
 * @param images the validation split
 * @param device where
 * @param tolerance the largest difference of two posteriors that counts as none; 0 for equal bits
 */
public record Reevaluation(
    OutputFolder folder, ImageDataset images, ProcessDevice device, double tolerance) {

  /** Does one test again. */
  public Check of(CellTest test, Progress progress) {
    String subject = "posteriors " + folder.path().relativize(test.posteriors());
    try {
      Posteriors stored = Posteriors.load(test.posteriors());
      Device then = RecordedDevice.of(stored.madeFrom());
      return device
          .insteadOf(then)
          .map(on -> compared(subject, stored, again(test, on, stored.madeFrom(), progress)))
          .orElseGet(() -> device.refusal(subject, then));
    } catch (Problem e) {
      return Check.differs(subject, requireNonNull(e.getMessage()));
    }
  }

  private Check compared(String subject, Posteriors stored, Posteriors again) {
    PosteriorsDifference difference = PosteriorsDifference.of(stored, again);
    return difference.largest() <= tolerance
        ? Check.same(subject, difference.text())
        : Check.differs(subject, difference.text());
  }

  private Posteriors again(
      CellTest test, Device on, Map<String, String> madeFrom, Progress progress) {
    TestProtocol protocol = TestProtocol.parse(test.part().protocol());
    Filter filter = Filter.named(madeFrom.getOrDefault("interpolation", "bilinear"));
    progress.starts("testing " + test.part().network(), (long) images.size() * protocol.passes());
    try (Predictor predictor = new Predictor(test.weights(), on, protocol)) {
      return new NetworkTest(predictor, images, filter, on.threads())
          .evaluator()
          .evaluate(protocol, Map.of(), EvaluationProgress.counting(progress::moved));
    }
  }
}
