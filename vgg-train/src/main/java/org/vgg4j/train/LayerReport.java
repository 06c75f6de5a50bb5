package org.vgg4j.train;

import com.google.common.collect.ImmutableSortedMap;
import java.util.List;
import java.util.Map;
import org.vgg4j.core.graph.LayerScale;
import org.vgg4j.core.graph.MiniBatch;
import org.vgg4j.core.graph.TrainingGraph;

/**
 * How the layers stand after the steps of an epoch.
 *
 * @param weightDecayLoss what weight decay adds to the loss
 * @param gradientScales root mean square of the gradient of each layer's weights
 */
public record LayerReport(double weightDecayLoss, Map<String, Double> gradientScales) {

  /** Before the end of the first epoch. */
  static final LayerReport NONE = new LayerReport(0, Map.of());

  /** Layers in the order of their names, as they are stored. */
  public LayerReport {
    gradientScales = ImmutableSortedMap.copyOf(gradientScales);
  }

  /** Looks at the network with the first micro-batch of a step. */
  static LayerReport of(TrainingGraph network, MiniBatch batch, long iteration) {
    List<LayerScale> scales = network.scales(batch, iteration);
    ImmutableSortedMap.Builder<String, Double> gradients = ImmutableSortedMap.naturalOrder();
    scales.forEach(scale -> gradients.put(scale.layer(), scale.gradient()));
    return new LayerReport(network.weightDecayLoss(), gradients.build());
  }
}
