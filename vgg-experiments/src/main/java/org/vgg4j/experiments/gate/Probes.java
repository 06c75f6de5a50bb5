package org.vgg4j.experiments.gate;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.vgg4j.core.graph.Device;
import org.vgg4j.core.spec.NetworkCatalogue;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.spec.Width;
import org.vgg4j.data.image.Filter;
import org.vgg4j.data.source.ImageDataset;
import org.vgg4j.eval.EvaluationProgress;
import org.vgg4j.eval.Evaluator;
import org.vgg4j.eval.Posteriors;
import org.vgg4j.eval.TestProtocol;

/**
 * Fixed networks on fixed images: every kind of layer, every protocol, the whole way from files to
 * posteriors.
 */
record Probes(ImageDataset images, Device device) {
  private static final Width WIDTH = new Width(1, 16);

  /** The baseline keeps five decimals. */
  private static final double PARTS = 1e5;

  private static final ImmutableList<Probe> ALL =
      ImmutableList.of(
          new Probe("A-LRN", "dense|Q=37|flip", Filter.BILINEAR),
          new Probe("A-LRN", "center-crop|Q=41", Filter.BICUBIC),
          new Probe("A-BN", "dense|Q=37", Filter.BILINEAR),
          new Probe("C", "ten-crop|Q=40", Filter.BILINEAR),
          new Probe("D", "dense|Q=32,37,45|flip", Filter.BILINEAR),
          new Probe("D", "multi-crop|Q=45|grid=5x5|flip", Filter.BILINEAR),
          new Probe("E", "multi-crop+dense|Q=41|grid=3x3|flip", Filter.BILINEAR));

  /** What is tested how. */
  private record Probe(String network, String protocol, Filter filter) {
    String name() {
      return network + " " + protocol + " " + filter;
    }

    NetworkSpec spec() {
      return small(network);
    }
  }

  /** A shipped network of a size that takes no time. */
  static NetworkSpec small(String name) {
    return NetworkCatalogue.shipped()
        .network(name)
        .withFloorPooling()
        .scaledBy(WIDTH)
        .withClasses(ProbeImages.CLASSES.size());
  }

  /** The numbers of every probe, by name. */
  Map<String, List<Double>> all() {
    ImmutableMap.Builder<String, List<Double>> numbers = ImmutableMap.builder();
    for (Probe probe : ALL) {
      numbers.put(probe.name(), posteriors(probe, ImmutableList.of()));
    }
    Probe first = ALL.get(0);
    numbers.put(
        first.name() + " classes reversed", posteriors(first, ProbeImages.CLASSES.reverse()));
    return numbers.putAll(new TrainingProbes(images, device).all()).buildOrThrow();
  }

  private List<Double> posteriors(Probe probe, ImmutableList<String> classNames) {
    try (ProbeNetwork network = new ProbeNetwork(probe.spec(), classNames, device)) {
      Posteriors posteriors =
          new Evaluator(network, images, probe.filter, device.threads())
              .evaluate(TestProtocol.parse(probe.protocol), Map.of(), EvaluationProgress.none());
      return IntStream.range(0, posteriors.images() * posteriors.classes())
          .mapToDouble(i -> posteriors.of(i / posteriors.classes(), i % posteriors.classes()))
          .mapToObj(Probes::rounded)
          .toList();
    }
  }

  /** What the baseline keeps of a number. */
  static double rounded(double value) {
    return Math.rint(value * PARTS) / PARTS;
  }
}
