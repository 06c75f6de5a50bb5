package org.vgg4j.eval;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vgg4j.core.Problem;
import org.vgg4j.data.batch.ClosableIterator;
import org.vgg4j.data.batch.TestImage;
import org.vgg4j.data.batch.TestImages;
import org.vgg4j.data.image.Filter;
import org.vgg4j.data.source.ImageDataset;
import org.vgg4j.eval.Technique.View;

/**
 * Runs a network over a whole split by a test protocol; every image counts exactly once. The same
 * bits come out for any number of threads that prepare images, and after any interruption.
 */
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
   * The posteriors of every image, in the order of the split and of its classes.
   *
   * @param madeFrom what to remember of the network and the data
   * @throws Problem if the network and the split have different classes, or its crops no room
   */
  public Posteriors evaluate(
      TestProtocol protocol, Map<String, String> madeFrom, EvaluationProgress progress) {
    return evaluate(protocol, madeFrom, progress, Blocks.NONE);
  }

  /** The same; finished blocks are kept and, if they are there, not computed again. */
  Posteriors evaluate(
      TestProtocol protocol,
      Map<String, String> madeFrom,
      EvaluationProgress progress,
      Blocks blocks) {
    protocol.checkRoomFor(scorer.crop());
    ClassOrder order = ClassOrder.of(scorer, split);
    order.note().ifPresent(progress::remark);
    float[] values = new float[Math.multiplyExact(split.size(), scorer.classes())];
    BlockPlan plan = BlockPlan.of(protocol, scorer.crop(), split.size());
    int first = readKept(plan, blocks, values);
    if (first > 0) {
      progress.kept(plan.first(first) * protocol.passes());
    }
    TestImages images = new TestImages(split, filter, threads);
    try (ClosableIterator<TestImage> iterator =
        images.from(plan.first(first), size -> protocol.samples(size, scorer.crop()))) {
      for (int block = first; block < plan.blocks(); block++) {
        float[] rows = order.ofSplit(posteriors(protocol, iterator, plan.size(block), progress));
        blocks.keep(block, rows);
        System.arraycopy(rows, 0, values, plan.first(block) * scorer.classes(), rows.length);
      }
    }
    return posteriors(values, madeFrom);
  }

  /** Reads blocks up to the first that is not there; returns its number. */
  private int readKept(BlockPlan plan, Blocks blocks, float[] values) {
    int block = 0;
    for (; block < plan.blocks(); block++) {
      Optional<float[]> rows = blocks.kept(block, plan.size(block) * scorer.classes());
      if (rows.isEmpty()) {
        break;
      }
      System.arraycopy(
          rows.get(), 0, values, plan.first(block) * scorer.classes(), rows.get().length);
    }
    return block;
  }

  /** The posteriors of the next images, in the network's order of classes: float32 (N, K). */
  private float[] posteriors(
      TestProtocol protocol,
      ClosableIterator<TestImage> iterator,
      int images,
      EvaluationProgress progress) {
    List<List<ViewScoring>> scales = new ArrayList<>();
    for (int scale = 0; scale < protocol.testScales().size(); scale++) {
      List<View> views = protocol.technique().views();
      scales.add(
          views.stream().map(view -> new ViewScoring(scorer, view, images, progress)).toList());
    }
    for (int image = 0; image < images; image++) {
      TestImage next = iterator.next();
      for (int scale = 0; scale < scales.size(); scale++) {
        for (ViewScoring view : scales.get(scale)) {
          view.add(image, next.seen().get(scale));
        }
      }
    }
    return mean(scales.stream().flatMap(List::stream).map(ViewScoring::finish).toList());
  }

  private static float[] mean(List<float[]> passes) {
    float[] mean = new float[passes.get(0).length];
    for (int i = 0; i < mean.length; i++) {
      for (float[] pass : passes) {
        mean[i] += pass[i];
      }
      mean[i] /= passes.size();
    }
    return mean;
  }

  private Posteriors posteriors(float[] values, Map<String, String> madeFrom) {
    List<String> ids = IntStream.range(0, split.size()).mapToObj(split::id).toList();
    int[] labels = IntStream.range(0, split.size()).map(split::label).toArray();
    Map<String, String> all =
        ImmutableMap.<String, String>builder()
            .putAll(madeFrom)
            .put(Posteriors.CLASS_NAMES, TextList.print(split.classes()))
            .buildKeepingLast();
    return Posteriors.takingOver(ids, labels, values, all);
  }
}
