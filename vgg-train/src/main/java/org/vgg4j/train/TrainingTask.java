package org.vgg4j.train;

import com.google.common.collect.ImmutableMap;
import org.vgg4j.core.Seed;
import org.vgg4j.core.graph.TrainingDefinition;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.spec.Preprocessing;
import org.vgg4j.core.weights.NetworkManifest;
import org.vgg4j.data.augment.Augmentation;

/**
 * What to train and how: a pure value.
 *
 * @param network with the classes of the data set, at the recipe's width
 * @param recipe everything that all trainings of an experiment share
 * @param phase the learning rate of this training
 * @param augmentation crops and flips, at this training's scale S
 * @param preprocessing mean pixel and scale
 * @param seed where all random choices start
 * @param origin the data and the starting point
 */
public record TrainingTask(
    NetworkSpec network,
    Recipe recipe,
    Phase phase,
    Augmentation augmentation,
    Preprocessing preprocessing,
    Seed seed,
    Origin origin) {

  TrainingDefinition definition() {
    return new TrainingDefinition(
        network,
        recipe.crop(),
        preprocessing,
        recipe.sgd(),
        recipe.microBatch(),
        recipe.precision(),
        seed.at("dropout"),
        phase.course().trainedLayers());
  }

  /** The same with another number of images in memory at once. */
  public TrainingTask withMicroBatch(int size) {
    return new TrainingTask(
        network, recipe.withMicroBatch(size), phase, augmentation, preprocessing, seed, origin);
  }

  NetworkManifest manifest() {
    return new NetworkManifest(
        network, recipe.crop(), preprocessing, origin.classNames(), ImmutableMap.of());
  }
}
