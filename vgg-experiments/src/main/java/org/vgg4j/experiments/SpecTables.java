package org.vgg4j.experiments;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vgg4j.core.spec.LayerSpec;
import org.vgg4j.core.spec.LayerSpec.Dropout;
import org.vgg4j.core.spec.LayerSpec.FullyConnected;
import org.vgg4j.core.spec.LayerSpec.MaxPooling;
import org.vgg4j.core.spec.NetworkCatalogue;
import org.vgg4j.core.spec.NetworkNotation;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.spec.PaperNetworks;
import org.vgg4j.experiments.SpecTable.Count;
import org.vgg4j.experiments.table.Numbers;
import org.vgg4j.experiments.table.TextTable;

/** What Tables 1 and 2 of the paper say of networks, computed from the specs alone. */
final class SpecTables {
  private SpecTables() {}

  /** The layers of each network, one column each, block by block. */
  static TextTable configurations(List<NetworkSpec> columns) {
    TextTable table = new TextTable(columns.stream().map(NetworkSpec::name).toArray(String[]::new));
    table.row(columns.stream().map(SpecTables::weightLayers).toArray());
    List<List<List<String>>> blocks = columns.stream().map(SpecTables::blocks).toList();
    int most = blocks.stream().mapToInt(List::size).max().orElse(0);
    for (int block = 0; block < most; block++) {
      addBlock(table, blocks, block);
    }
    return table;
  }

  private static void addBlock(TextTable table, List<List<List<String>>> networks, int block) {
    List<List<String>> columns = networks.stream().map(network -> blockOf(network, block)).toList();
    int height = columns.stream().mapToInt(List::size).max().orElse(0);
    for (int line = 0; line < height; line++) {
      int row = line;
      table.row(
          columns.stream().map(layers -> row < layers.size() ? layers.get(row) : "").toArray());
    }
  }

  /** Networks of a user's own may have fewer blocks than others. */
  private static List<String> blockOf(List<List<String>> network, int block) {
    return block < network.size() ? network.get(block) : List.of();
  }

  /** The words of each block; a pooling layer and the fully-connected part are blocks of one. */
  private static List<List<String>> blocks(NetworkSpec network) {
    List<List<String>> blocks = new ArrayList<>();
    List<String> block = new ArrayList<>();
    for (LayerSpec layer : network.layers()) {
      if (layer instanceof MaxPooling || layer instanceof FullyConnected) {
        if (!block.isEmpty()) {
          blocks.add(block);
          block = new ArrayList<>();
        }
        blocks.add(List.of(layer instanceof MaxPooling ? "maxpool" : word(layer)));
      } else if (!(layer instanceof Dropout)) {
        block.add(word(layer));
      }
    }
    blocks.add(List.of("soft-max"));
    return blocks;
  }

  private static String word(LayerSpec layer) {
    String notation = NetworkNotation.print(layer);
    return layer instanceof FullyConnected || notation.equals("lrn")
        ? notation.toUpperCase(Locale.ROOT)
        : notation;
  }

  private static String weightLayers(NetworkSpec network) {
    return network.weightLayers() + " weight layers";
  }

  /** The number of parameters in millions, ours beside the paper's. */
  static TextTable parameters(List<Count> counts, NetworkCatalogue networks) {
    TextTable table = new TextTable("network", "parameters", "in millions", "paper, in millions");
    for (Count count : counts) {
      long parameters = networks.network(count.network()).parameterCount(PaperNetworks.CROP);
      table.row(
          count.network(), Numbers.whole(parameters), Math.round(parameters / 1e6), count.paper());
    }
    return table;
  }
}
