package org.vgg4j.core.spec;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.vgg4j.core.Problem;

/**
 * A network layer by layer, for one image of {@code size} pixels: the rows of a table that the
 * command line prints.
 */
public record NetworkReport(NetworkSpec network, int size, List<Row> rows) {
  public NetworkReport {
    rows = ImmutableList.copyOf(rows);
  }

  /**
   * One layer.
   *
   * @param name its official name, such as {@code conv3_2}
   * @param notation how it is written, such as {@code conv3-256}; the classifier with its classes
   * @param parameters number of trained values
   * @param multiplyAdds of the forward pass
   * @param receptiveField what a position of the output sees of the image
   * @param activationBytes size of the output in 32-bit floats
   */
  public record Row(
      String name,
      String notation,
      FeatureShape output,
      long parameters,
      long multiplyAdds,
      ReceptiveField receptiveField,
      long activationBytes) {}

  /**
   * The report for square images.
   *
   * @throws Problem if they are too small for the network
   */
  public static NetworkReport of(NetworkSpec network, int size) {
    List<PlacedLayer> layers = network.placedAt(size);
    List<ReceptiveField> fields = ReceptiveField.along(layers);
    ImmutableList.Builder<Row> rows = ImmutableList.builder();
    for (int i = 0; i < layers.size(); i++) {
      rows.add(row(layers.get(i), fields.get(i)));
    }
    return new NetworkReport(network, size, rows.build());
  }

  /** Trained values of all layers (Table 2). */
  public long parameters() {
    return rows.stream().mapToLong(Row::parameters).sum();
  }

  /** Multiply-adds of all layers. */
  public long multiplyAdds() {
    return rows.stream().mapToLong(Row::multiplyAdds).sum();
  }

  /** Bytes of the outputs of all layers. */
  public long activationBytes() {
    return rows.stream().mapToLong(Row::activationBytes).sum();
  }

  private static Row row(PlacedLayer placed, ReceptiveField field) {
    return new Row(
        placed.name(),
        NetworkNotation.print(placed.layer()),
        placed.output(),
        placed.parameterCount(),
        placed.multiplyAdds(),
        field,
        MemoryEstimate.bytes(placed.output().elements()));
  }
}
