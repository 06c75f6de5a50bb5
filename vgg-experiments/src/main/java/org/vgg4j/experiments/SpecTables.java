package org.vgg4j.experiments;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vgg4j.core.spec.LayerSpec;
import org.vgg4j.core.spec.LayerSpec.Dropout;
import org.vgg4j.core.spec.LayerSpec.FullyConnected;
import org.vgg4j.core.spec.LayerSpec.MaxPooling;
import org.vgg4j.core.spec.NetworkNotation;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.spec.PaperNetworks;
import org.vgg4j.experiments.table.Numbers;
import org.vgg4j.experiments.table.TextTable;

/** The paper's Tables 1 and 2, computed from the specs alone. */
public final class SpecTables {
  private static final int CROP = 224;
  private static final List<Integer> PAPER_MILLIONS = List.of(133, 133, 133, 134, 138, 144);

  private SpecTables() {}

  /** Table 1: the layers of each configuration, one column each, block by block. */
  public static TextTable configurations() {
    List<NetworkSpec> columns = PaperNetworks.columns();
    TextTable table = new TextTable(columns.stream().map(NetworkSpec::name).toArray(String[]::new));
    table.row(columns.stream().map(SpecTables::weightLayers).toArray());
    List<List<List<String>>> blocks = columns.stream().map(SpecTables::blocks).toList();
    for (int block = 0; block < blocks.get(0).size(); block++) {
      addBlock(table, blocks, block);
    }
    return table;
  }

  private static void addBlock(TextTable table, List<List<List<String>>> networks, int block) {
    int height = networks.stream().mapToInt(network -> network.get(block).size()).max().orElse(0);
    for (int line = 0; line < height; line++) {
      int row = line;
      table.row(
          networks.stream()
              .map(network -> network.get(block))
              .map(layers -> row < layers.size() ? layers.get(row) : "")
              .toArray());
    }
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

  /** Table 2: the number of parameters in millions, ours beside the paper's. */
  public static TextTable parameters() {
    TextTable table = new TextTable("network", "parameters", "in millions", "paper, in millions");
    List<NetworkSpec> columns = PaperNetworks.columns();
    for (int i = 0; i < columns.size(); i++) {
      long count = columns.get(i).parameterCount(CROP);
      table.row(
          columns.get(i).name(),
          Numbers.whole(count),
          Math.round(count / 1e6),
          PAPER_MILLIONS.get(i));
    }
    return table;
  }
}
