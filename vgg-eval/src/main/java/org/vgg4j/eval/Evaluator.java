package org.vgg4j.eval;

import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.MustBeClosed;
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
    List<TestProtocol> parts = protocol.parts();
    List<float[]> values = new ArrayList<>();
    for (TestProtocol part : parts) {
      Blocks own = parts.size() == 1 ? blocks : blocks.of(part.technique().word());
      values.add(values(new BlockScoring(scorer, part, progress), order, own));
    }
    return posteriors(Mean.of(values), madeFrom);
  }

  private float[] values(BlockScoring scoring, ClassOrder order, Blocks blocks) {
    TestProtocol protocol = scoring.protocol();
    BlockPlan plan = BlockPlan.of(protocol, scorer.crop(), split.size());
    float[] values = new float[Math.multiplyExact(split.size(), scorer.classes())];
    int first = readKept(plan, blocks, values);
    if (first > 0) {
      scoring.progress().kept(plan.first(first) * protocol.passes());
    }
    try (ClosableIterator<TestImage> images = images(protocol, plan.first(first))) {
      for (int block = first; block < plan.blocks(); block++) {
        float[] rows = order.ofSplit(scoring.posteriors(images, plan.size(block)));
        blocks.keep(block, rows);
        put(rows, plan.first(block), values);
      }
    }
    return values;
  }

  @MustBeClosed
  private ClosableIterator<TestImage> images(TestProtocol protocol, int first) {
    return new TestImages(split, filter, threads)
        .from(first, size -> protocol.samples(size, scorer.crop()));
  }

  /** Reads blocks up to the first that is not there; returns its number. */
  private int readKept(BlockPlan plan, Blocks blocks, float[] values) {
    for (int block = 0; block < plan.blocks(); block++) {
      Optional<float[]> rows = blocks.kept(block, plan.size(block) * scorer.classes());
      if (rows.isEmpty()) {
        return block;
      }
      put(rows.get(), plan.first(block), values);
    }
    return plan.blocks();
  }

  private void put(float[] rows, int firstImage, float[] values) {
    System.arraycopy(rows, 0, values, firstImage * scorer.classes(), rows.length);
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
