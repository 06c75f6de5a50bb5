package org.vgg4j.experiments.report;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vgg4j.core.spec.LayerSpec.Convolution;
import org.vgg4j.core.spec.LayerSpec.Dropout;
import org.vgg4j.core.spec.LayerSpec.FullyConnected;
import org.vgg4j.core.spec.LayerSpec.MaxPooling;
import org.vgg4j.core.spec.NetworkNotation;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.spec.PlacedLayer;
import org.vgg4j.experiments.StageSpec;
import org.vgg4j.experiments.aid.StoredRun;
import org.vgg4j.experiments.table.Numbers;

/** The networks as they were trained, layer by layer, as Table 1 draws them. */
final class NetworkSection {
  private NetworkSection() {}

  static Section of(Content content) {
    Markup body =
        new Markup().open("div", Attribute.style("networks"), Attribute.of("tabindex", "0"));
    networks(content.folder().runs().values())
        .forEach((network, crop) -> body.add(column(network, crop)));
    body.close("div")
        .element(
            "p",
            "A box is a layer, with its channels; beside it the size of the feature map that leaves"
                + " it. Pooling is a line.",
            Attribute.style("quiet"));
    return new Section("networks", "Networks", body);
  }

  private static Map<NetworkSpec, Integer> networks(Collection<StoredRun> runs) {
    Map<NetworkSpec, Integer> networks = new LinkedHashMap<>();
    for (StoredRun run : runs) {
      run.spec().map(NetworkSection::named).ifPresent(n -> networks.putIfAbsent(n.key, n.crop));
    }
    return networks;
  }

  private record Named(NetworkSpec key, int crop) {}

  private static Named named(StageSpec spec) {
    return new Named(spec.networkSpec(), spec.recipe().crop());
  }

  private static Markup column(NetworkSpec network, int crop) {
    Markup column = new Markup().open("div", Attribute.style("network"));
    column.element("h3", network.name());
    column.element(
        "p",
        network.weightLayers()
            + " weight layers, "
            + Numbers.whole(network.parameterCount(crop))
            + " parameters",
        Attribute.style("quiet"));
    column.open("ol");
    network.placedAt(crop).stream()
        .filter(layer -> !(layer.layer() instanceof Dropout))
        .forEach(layer -> column.add(box(layer)));
    return column.close("ol").close("div");
  }

  private static Markup box(PlacedLayer layer) {
    return new Markup()
        .open("li", Attribute.style(kind(layer)))
        .element("span", name(layer))
        .element(
            "small",
            layer.output().height()
                + "×"
                + layer.output().width()
                + "×"
                + layer.output().channels())
        .close("li");
  }

  private static String name(PlacedLayer layer) {
    return layer.layer() instanceof MaxPooling ? "maxpool" : NetworkNotation.print(layer.layer());
  }

  private static String kind(PlacedLayer layer) {
    if (layer.layer() instanceof Convolution convolution) {
      return "convolution k" + Math.min(convolution.kernel(), 5);
    }
    return layer.layer() instanceof MaxPooling
        ? "pooling"
        : layer.layer() instanceof FullyConnected ? "connected" : "normalisation";
  }
}
