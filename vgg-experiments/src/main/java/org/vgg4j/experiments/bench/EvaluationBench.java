package org.vgg4j.experiments.bench;

import com.google.common.collect.ImmutableList;
import com.google.common.math.IntMath;
import java.math.RoundingMode;
import java.util.Map;
import org.vgg4j.core.Seed;
import org.vgg4j.core.graph.Averaging;
import org.vgg4j.core.graph.Device;
import org.vgg4j.core.graph.InferenceDefinition;
import org.vgg4j.core.graph.InferenceGraph;
import org.vgg4j.core.graph.Initialization;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.spec.Preprocessing;
import org.vgg4j.data.image.Filter;
import org.vgg4j.data.image.ImageSize;
import org.vgg4j.eval.ClassScorer;
import org.vgg4j.eval.EvaluationProgress;
import org.vgg4j.eval.Evaluator;
import org.vgg4j.eval.TestProtocol;

/**
 * Measures what the evaluator adds to the forward passes that a protocol needs, and how fast a
 * network is on whole images. Every ratio is the median over pairs that follow each other.
 *
 * @param crop side of the network's crops in pixels
 * @param batch crops in a batch of the bare graph
 * @param runs pairs
 */
public record EvaluationBench(NetworkSpec network, int crop, int batch, int runs, Device device) {
  private static final ImageSize PHOTOGRAPH = new ImageSize(375, 500);

  /**
   * What was measured.
   *
   * @param evaluator images/s of images that need no rescale, over those of the bare graph
   * @param dense GFLOP/s of whole images, over those of batches of crops
   * @param multiCrop time of multi-crop evaluation, over that of as many crops in the bare graph
   * @param cropGigaflops GFLOP/s of batches of crops
   */
  public record Result(double evaluator, double dense, double multiCrop, double cropGigaflops) {}

  /** Measures all. */
  public Result run() {
    try (GraphScorer scorer = new GraphScorer()) {
      return new Result(overhead(scorer), dense(scorer), multiCrop(scorer), cropGigaflops(scorer));
    }
  }

  /** The bare graph's time over the evaluator's, for the same crops. */
  private double overhead(GraphScorer scorer) {
    ImageSize square = new ImageSize(crop, crop);
    int batches = 4;
    int images = batches * evaluatorBatch();
    return ratio(
        bare(scorer, batches), evaluation(scorer, "center-crop|Q=" + crop, images, square));
  }

  private double multiCrop(GraphScorer scorer) {
    int crops = 8 * 50;
    int batches = IntMath.divide(crops, evaluatorBatch(), RoundingMode.CEILING);
    String protocol = "multi-crop|Q=" + (crop + crop / 7) + "|grid=5x5|flip";
    return ratio(evaluation(scorer, protocol, 8, PHOTOGRAPH), bare(scorer, batches))
        * batches
        * evaluatorBatch()
        / crops;
  }

  /** Crops in a batch as the evaluator makes them: as many pixels as sixteen of 224. */
  private int evaluatorBatch() {
    return Math.max(1, 16 * 224 * 224 / (crop * crop));
  }

  private Runnable bare(GraphScorer scorer, int batches) {
    byte[] crops = noise(evaluatorBatch(), new ImageSize(crop, crop));
    return () -> {
      for (int i = 0; i < batches; i++) {
        scorer.posteriors(crops, crop, crop, Averaging.SCORES);
      }
    };
  }

  private Runnable evaluation(ClassScorer scorer, String protocol, int images, ImageSize size) {
    Evaluator evaluator =
        new Evaluator(scorer, new NoiseImages(images, size), Filter.BILINEAR, device.threads());
    TestProtocol parsed = TestProtocol.parse(protocol);
    return () -> evaluator.evaluate(parsed, Map.of(), EvaluationProgress.none());
  }

  /** Dense D at Q=384 at the paper's size: whole images in batches as the evaluator makes them. */
  private double dense(GraphScorer scorer) {
    ImageSize size = PHOTOGRAPH.withSmallestSide(crop * 12 / 7);
    DenseArithmetic arithmetic = new DenseArithmetic(network, crop);
    double work =
        (double) arithmetic.multiplyAdds(size) * 4 / (batch * (double) network.multiplyAdds(crop));
    byte[] photographs = noise(4, size);
    byte[] crops = noise(batch, new ImageSize(crop, crop));
    return work
        * ratio(
            () -> scorer.posteriors(crops, crop, crop, Averaging.SCORES),
            () -> scorer.posteriors(photographs, size.height(), size.width(), Averaging.SCORES));
  }

  private double cropGigaflops(GraphScorer scorer) {
    byte[] crops = noise(batch, new ImageSize(crop, crop));
    double seconds =
        Stopwatch.seconds(() -> scorer.posteriors(crops, crop, crop, Averaging.SCORES));
    return 2.0 * network.multiplyAdds(crop) * batch / seconds / 1e9;
  }

  /** The median time of the first work over that of the second, after a warm-up of both. */
  private double ratio(Runnable first, Runnable second) {
    first.run();
    second.run();
    double[] ratios = new double[runs];
    for (int run = 0; run < runs; run++) {
      double one = Stopwatch.seconds(first);
      ratios[run] = one / Stopwatch.seconds(second);
    }
    return Stopwatch.median(ratios);
  }

  private static byte[] noise(int images, ImageSize size) {
    byte[] pixels = new byte[Math.toIntExact(images * size.pixels() * 3)];
    new Seed(1).random().nextBytes(pixels);
    return pixels;
  }

  /** A network with random weights. */
  private final class GraphScorer implements ClassScorer, AutoCloseable {
    private final InferenceGraph graph =
        new InferenceGraph(
            device, new InferenceDefinition(network, crop, Preprocessing.imageNet()));

    GraphScorer() {
      graph
          .parameters()
          .forEach(p -> graph.write(p, new Initialization.Gaussian(0.01).values(p, new Seed(1))));
    }

    @Override
    public int classes() {
      return network.classes();
    }

    @Override
    public ImmutableList<String> classNames() {
      return ImmutableList.of();
    }

    @Override
    public int crop() {
      return crop;
    }

    @Override
    public float[] posteriors(byte[] pixels, int height, int width, Averaging averaging) {
      return graph.posteriors(pixels, height, width, averaging);
    }

    @Override
    public void close() {
      graph.close();
    }
  }
}
