package org.vgg4j.eval;

import static com.google.common.base.Preconditions.checkState;

import com.google.errorprone.annotations.MustBeClosed;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.vgg4j.core.Problem;
import org.vgg4j.data.batch.ClosableIterator;
import org.vgg4j.data.batch.TestImage;
import org.vgg4j.data.batch.TestImages;
import org.vgg4j.data.image.Filter;
import org.vgg4j.data.source.ImageDataset;
import org.vgg4j.eval.TestProtocol.View;

/** Runs a network over a whole split by a test protocol; every image counts exactly once. */
public final class Evaluator {
  private final ClassScorer scorer;
  private final ImageDataset split;
  private final Filter filter;
  private final int threads;

  /**
   * An evaluator of that network on that split.
   *
   * @param filter how images are rescaled to the test scale
   * @param threads the process's thread count, also used to prepare images
   */
  public Evaluator(ClassScorer scorer, ImageDataset split, Filter filter, int threads) {
    this.scorer = scorer;
    this.split = split;
    this.filter = filter;
    this.threads = threads;
  }

  /**
   * The posteriors of every image, in the order of the split.
   *
   * @param madeFrom what to remember of the network and the data
   * @param progress hears how many images of one more batch are done, counted once per test scale
   * @throws Problem if the network and the split have different classes
   */
  public Posteriors evaluate(
      TestProtocol protocol, Map<String, String> madeFrom, IntConsumer progress) {
    if (scorer.classes() != split.classes().size()) {
      throw Problem.data(
          split.name(),
          "has %d classes, the network %d".formatted(split.classes().size(), scorer.classes()),
          "evaluate on the classes that the network was trained on");
    }
    float[] sums = new float[split.size() * scorer.classes()];
    for (int testScale : protocol.testScales()) {
      add(atScale(protocol, testScale, progress), sums);
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] /= protocol.testScales().size();
    }
    List<String> ids = IntStream.range(0, split.size()).mapToObj(split::id).toList();
    int[] labels = IntStream.range(0, split.size()).map(split::label).toArray();
    return new Posteriors(ids, labels, sums, madeFrom);
  }

  private float[] atScale(TestProtocol protocol, int testScale, IntConsumer progress) {
    PosteriorsAtScale scale = new PosteriorsAtScale(scorer, protocol, split.size(), progress);
    TestImages images = new TestImages(split, filter, threads);
    try (ClosableIterator<TestImage> views = views(images, protocol.view(), testScale)) {
      views.forEachRemaining(scale::add);
    }
    return scale.finish();
  }

  @MustBeClosed
  private ClosableIterator<TestImage> views(TestImages images, View view, int testScale) {
    return view == View.DENSE
        ? images.rescaled(testScale)
        : images.centralCrops(testScale, scorer.crop());
  }

  private static void add(float[] values, float[] sums) {
    checkState(values.length == sums.length, "%s values, not %s", values.length, sums.length);
    for (int i = 0; i < sums.length; i++) {
      sums[i] += values[i];
    }
  }
}
