package org.vgg4j.experiments.gate;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.vgg4j.core.Seed;
import org.vgg4j.core.graph.Device;
import org.vgg4j.core.graph.InferenceDefinition;
import org.vgg4j.core.graph.InferenceGraph;
import org.vgg4j.core.graph.Sgd;
import org.vgg4j.core.graph.TrainingDefinition;
import org.vgg4j.core.graph.TrainingGraph;
import org.vgg4j.core.spec.NetworkCatalogue;
import org.vgg4j.core.spec.NetworkNotation;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.spec.PaperNetworks;
import org.vgg4j.core.spec.PlacedLayer;
import org.vgg4j.core.spec.Preprocessing;

/** What is fixed of networks at the paper's size: sizes, shapes and graphs. No weights are made. */
record NetworkFacts(Device device) {
  private static final int MICRO_BATCH = 64;

  /** Networks whose graphs are guarded beside the paper's. */
  private static final String WITH_BATCH_NORMALISATION = "A-BN";

  /** One text a network and graph, by name. */
  Map<String, String> all() {
    Map<String, String> facts = new TreeMap<>();
    for (String name : names()) {
      NetworkSpec network = NetworkCatalogue.shipped().network(name);
      facts.put("network " + name, of(network, PaperNetworks.CROP));
      facts.put("inference graph of " + name, inference(network));
      facts.put("training graph of " + name, training(network));
    }
    return ImmutableMap.copyOf(facts);
  }

  private static ImmutableList<String> names() {
    return ImmutableList.<String>builder()
        .addAll(PaperNetworks.names())
        .add(WITH_BATCH_NORMALISATION)
        .build();
  }

  /** The numbers of a network for crops of that size. */
  static String of(NetworkSpec network, int crop) {
    return String.format(
        Locale.ROOT,
        "%d parameters, %d multiply-adds, layers %s",
        network.parameterCount(crop),
        network.multiplyAdds(crop),
        layers(network, crop));
  }

  private static String layers(NetworkSpec network, int crop) {
    return Digest.of(
        Joiner.on('\n').join(network.placedAt(crop).stream().map(NetworkFacts::line).toList()));
  }

  private static String line(PlacedLayer placed) {
    return "%s %s %s to %s, rectified %s"
        .formatted(
            placed.name(),
            NetworkNotation.print(placed.layer()),
            placed.input(),
            placed.output(),
            placed.rectified());
  }

  private String inference(NetworkSpec network) {
    InferenceDefinition definition =
        new InferenceDefinition(network, PaperNetworks.CROP, Preprocessing.imageNet());
    try (InferenceGraph graph = new InferenceGraph(device, definition)) {
      return Digest.shortened(graph.definitionHash());
    }
  }

  private String training(NetworkSpec network) {
    TrainingDefinition definition =
        new TrainingDefinition(
            network,
            PaperNetworks.CROP,
            Preprocessing.imageNet(),
            Sgd.paper(),
            MICRO_BATCH,
            new Seed(1));
    try (TrainingGraph graph = new TrainingGraph(device, definition)) {
      return Digest.shortened(graph.definitionHash());
    }
  }
}
