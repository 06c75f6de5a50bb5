package org.vgg4j.core.graph;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.vgg4j.core.Seed;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.spec.Parameter;
import org.vgg4j.core.spec.Preprocessing;
import org.vgg4j.core.spec.TrainedLayers;

/**
 * All that a training graph is made from.
 *
 * @param crop side of the training crops in pixels (224 in the paper)
 * @param microBatch images that are in memory at once; a larger mini-batch is accumulated
 * @param precision of the products of a step
 * @param dropout where dropout masks start from
 * @param trains the layers that learn; the others stay as they are written
 */
public record TrainingDefinition(
    NetworkSpec network,
    int crop,
    Preprocessing preprocessing,
    Sgd sgd,
    int microBatch,
    Precision precision,
    Seed dropout,
    TrainedLayers trains) {

  /**
   * Checks the values.
   *
   * @throws org.vgg4j.core.Problem if a layer that is to train is none of the network
   */
  public TrainingDefinition {
    checkArgument(microBatch > 0, "a micro-batch has at least 1 image, not %s", microBatch);
    trains.checkIn(network, crop);
  }

  /** A training of all layers in float32. */
  public TrainingDefinition(
      NetworkSpec network,
      int crop,
      Preprocessing preprocessing,
      Sgd sgd,
      int microBatch,
      Seed dropout) {
    this(
        network,
        crop,
        preprocessing,
        sgd,
        microBatch,
        Precision.FLOAT32,
        dropout,
        TrainedLayers.ALL);
  }

  /** The same training in another precision. */
  public TrainingDefinition with(Precision other) {
    return new TrainingDefinition(
        network, crop, preprocessing, sgd, microBatch, other, dropout, trains);
  }

  /** The parameters that SGD moves, first layer first. */
  List<Parameter> trained() {
    return network.parameters(crop).stream()
        .filter(trains::moves)
        .collect(ImmutableList.toImmutableList());
  }
}
