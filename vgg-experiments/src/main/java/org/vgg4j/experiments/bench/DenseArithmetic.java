package org.vgg4j.experiments.bench;

import java.util.List;
import org.vgg4j.core.spec.LayerSpec.FullyConnected;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.spec.PlacedLayer;
import org.vgg4j.data.image.ImageSize;

/**
 * Multiply-adds of a network on whole images: those of each layer at the crop size, once for every
 * position of its output that there is instead.
 *
 * @param crop the size that the fully-connected layers were made for
 */
public record DenseArithmetic(NetworkSpec network, int crop) {
  /** Multiply-adds of one pass over an image. */
  public long multiplyAdds(ImageSize size) {
    List<PlacedLayer> atCrop = network.placedAt(crop);
    List<PlacedLayer> byHeight = network.placedAt(size.height());
    List<PlacedLayer> byWidth = network.placedAt(size.width());
    long sum = 0;
    long positions = 0;
    for (int i = 0; i < atCrop.size(); i++) {
      PlacedLayer layer = atCrop.get(i);
      if (!(layer.layer() instanceof FullyConnected)) {
        positions = (long) byHeight.get(i).output().height() * byWidth.get(i).output().width();
      } else if (layer.input().height() > 1) {
        int kernel = layer.input().height();
        positions =
            (byHeight.get(i).input().height() - kernel + 1L)
                * (byWidth.get(i).input().width() - kernel + 1L);
      }
      long perPosition =
          layer.multiplyAdds() / ((long) layer.output().height() * layer.output().width());
      sum += perPosition * positions;
    }
    return sum;
  }
}
