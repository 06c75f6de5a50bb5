package org.vgg4j.experiments.gate;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vgg4j.core.Seed;
import org.vgg4j.core.graph.Device;
import org.vgg4j.core.graph.Initialization;
import org.vgg4j.core.graph.MiniBatch;
import org.vgg4j.core.graph.Sgd;
import org.vgg4j.core.graph.TrainingDefinition;
import org.vgg4j.core.graph.TrainingGraph;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.spec.Preprocessing;
import org.vgg4j.data.augment.Augmentation;
import org.vgg4j.data.augment.ColourShift;
import org.vgg4j.data.augment.ScaleRange;
import org.vgg4j.data.batch.Batching;
import org.vgg4j.data.batch.ClosableIterator;
import org.vgg4j.data.batch.TrainingBatches;
import org.vgg4j.data.image.Filter;
import org.vgg4j.data.source.ImageDataset;
import org.vgg4j.data.statistics.PrincipalComponents;

/** The losses of the first steps of trainings: so few that rounding has not grown yet. */
record TrainingProbes(ImageDataset images, Device device) {
  private static final int STEPS = 4;
  private static final float RATE = 0.01f;
  private static final double PIXEL_SCALE = 1 / 64.0;

  /** The losses, by name. */
  Map<String, List<Double>> all() {
    return ImmutableMap.of(
        "first losses of A-LRN", losses(Probes.small("A-LRN")),
        "first losses of A-BN", losses(Probes.small("A-BN")));
  }

  private List<Double> losses(NetworkSpec network) {
    List<Double> losses = new ArrayList<>();
    try (TrainingGraph graph = started(network)) {
      for (int step = 0; step < STEPS; step++) {
        try (ClosableIterator<MiniBatch> batches = batches().epoch(step, 0)) {
          losses.add(Probes.rounded(graph.step(batches.next(), step, RATE).loss()));
        }
      }
    }
    return losses;
  }

  private TrainingGraph started(NetworkSpec network) {
    Preprocessing preprocessing = new Preprocessing(ProbeNetwork.PREPROCESSING.mean(), PIXEL_SCALE);
    TrainingGraph graph =
        new TrainingGraph(
            device,
            new TrainingDefinition(
                network,
                ProbeNetwork.CROP,
                preprocessing,
                Sgd.paper(),
                images.size() / 2,
                new Seed(1)));
    graph.parameters().forEach(p -> graph.write(p, new Initialization.He().values(p, new Seed(1))));
    graph.trained().forEach(p -> graph.writeMomentum(p, new float[Math.toIntExact(p.elements())]));
    return graph;
  }

  private TrainingBatches batches() {
    Augmentation augmentation =
        new Augmentation(
            ScaleRange.parse("37..45"),
            ProbeNetwork.CROP,
            true,
            Filter.BILINEAR,
            new ColourShift(0.1, PrincipalComponents.KRIZHEVSKY));
    return new TrainingBatches(
        images, new Batching(augmentation, images.size(), new Seed(1)), device.threads());
  }
}
