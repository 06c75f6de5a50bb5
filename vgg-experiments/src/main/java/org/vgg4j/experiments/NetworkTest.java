package org.vgg4j.experiments;

import java.util.Map;
import org.vgg4j.core.Seed;
import org.vgg4j.data.image.Filter;
import org.vgg4j.data.source.ImageDataset;
import org.vgg4j.data.source.StratifiedSample;
import org.vgg4j.eval.ClassScorer;
import org.vgg4j.eval.EvaluationProgress;
import org.vgg4j.eval.Evaluator;
import org.vgg4j.eval.TestProtocol;

/**
 * A network that is to be tested on images.
 *
 * @param filter how images are rescaled
 * @param threads the process's thread count
 */
public record NetworkTest(ClassScorer scorer, ImageDataset images, Filter filter, int threads) {
  private static final int MEASURED_SHARE = 100;
  private static final int MOST_MEASURED = 16;

  /** Who does it. */
  public Evaluator evaluator() {
    return new Evaluator(scorer, images, filter, threads);
  }

  /**
   * Seconds that the test will take, measured on a few hundredths of the images or less; 0 where
   * there are so few that measuring would not pay.
   *
   * @param progress may end the measurement
   */
  public double estimatedSeconds(TestProtocol protocol, EvaluationProgress progress) {
    int measured = Math.min(MOST_MEASURED, images.size() / MEASURED_SHARE);
    if (measured == 0) {
      return 0;
    }
    run(1, protocol, progress); // the first call of a graph is slow
    double once = seconds(measured, protocol, progress);
    double threeTimes = seconds(3 * measured, protocol, progress);
    // What starting and ending cost is in both.
    return Math.max(0, threeTimes - once) / (2 * measured) * images.size();
  }

  private double seconds(int count, TestProtocol protocol, EvaluationProgress progress) {
    long start = System.nanoTime();
    run(count, protocol, progress);
    return (System.nanoTime() - start) / 1e9;
  }

  private void run(int count, TestProtocol protocol, EvaluationProgress progress) {
    ImageDataset some = StratifiedSample.of(images, count, new Seed(1));
    new NetworkTest(scorer, some, filter, threads)
        .evaluator()
        .evaluate(protocol, Map.of(), progress);
  }
}
