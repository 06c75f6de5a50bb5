package org.vgg4j.experiments.bench;

import org.vgg4j.core.Problem;
import org.vgg4j.core.Seed;
import org.vgg4j.core.graph.MiniBatch;
import org.vgg4j.core.graph.TrainingGraph;
import org.vgg4j.data.augment.Augmentation;
import org.vgg4j.data.augment.ColourShift;
import org.vgg4j.data.augment.ScaleRange;
import org.vgg4j.data.batch.Batching;
import org.vgg4j.data.batch.ClosableIterator;
import org.vgg4j.data.batch.TrainingBatches;
import org.vgg4j.data.image.Filter;
import org.vgg4j.data.source.ImageDataset;
import org.vgg4j.data.statistics.PrincipalComponents;

/**
 * Measures SGD steps on images that come through the input pipeline.
 *
 * @param bench the network, and how its steps look
 * @param images the images
 */
public record TrainingBench(NetworkBench bench, ImageDataset images) {

  /**
   * What the input pipeline costs.
   *
   * @param overhead the median, over pairs of steps that follow each other, of the time of a step
   *     on fresh images over that of a step on the same ones, minus 1
   * @param waiting the median share of a step's time that it waits for its images
   */
  public record PipelineCost(double overhead, double waiting) {}

  /**
   * What many steps leave behind.
   *
   * @param steps how many
   * @param before MiB outside Java's heap, which is bounded, after the first tenth of them
   * @param after MiB outside Java's heap at the end
   */
  public record Soak(int steps, long before, long after) {}

  /** Steps on fresh images beside steps on the same ones. */
  public PipelineCost pipelineCost() {
    checkEnough();
    int runs = bench.runs();
    try (ClosableIterator<MiniBatch> epoch = batches().epoch(0, 0);
        TrainingGraph graph = bench.trainingGraph();
        MiniBatch same = bench.images()) {
      graph.step(epoch.next(), 0, 0);
      double[] ratios = new double[runs];
      double[] waits = new double[runs];
      for (int run = 0; run < runs; run++) {
        double bare = Stopwatch.seconds(() -> graph.step(same, 0, 0));
        long asked = System.nanoTime();
        MiniBatch fresh = epoch.next();
        double wait = (System.nanoTime() - asked) / 1e9;
        double step = Stopwatch.seconds(() -> graph.step(fresh, 0, 0));
        ratios[run] = (wait + step) / bare;
        waits[run] = wait / (wait + step);
      }
      return new PipelineCost(Stopwatch.median(ratios) - 1, Stopwatch.median(waits));
    }
  }

  /** Many steps, epoch after epoch: memory must stay flat. */
  public Soak soak(int steps) {
    TrainingBatches batches = batches();
    long before = 0;
    int done = 0;
    try (TrainingGraph graph = bench.trainingGraph()) {
      for (int epoch = 0; done < steps; epoch++) {
        try (ClosableIterator<MiniBatch> iterator = batches.epoch(epoch, 0)) {
          while (iterator.hasNext() && done < steps) {
            graph.step(iterator.next(), done++, 0);
            before = done == Math.max(1, steps / 10) ? Memory.nativeMebibytes() : before;
          }
        }
      }
      return new Soak(steps, before, Memory.nativeMebibytes());
    }
  }

  private TrainingBatches batches() {
    Augmentation augmentation =
        new Augmentation(
            ScaleRange.fixed(bench.size() + bench.size() / 7),
            bench.size(),
            true,
            Filter.BILINEAR,
            new ColourShift(0.1, PrincipalComponents.KRIZHEVSKY));
    Batching batching = new Batching(augmentation, bench.batch(), new Seed(1));
    return new TrainingBatches(images, batching, bench.device().threads());
  }

  private void checkEnough() {
    int needed = bench.batch() * (bench.runs() + 1);
    if (images.size() < needed) {
      throw Problem.configuration(
          images.name(),
          "has " + images.size() + " images, but " + bench.runs() + " runs need " + needed,
          "use a smaller --batch or fewer --runs");
    }
  }
}
