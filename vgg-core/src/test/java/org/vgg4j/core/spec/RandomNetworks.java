package org.vgg4j.core.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.vgg4j.core.Seed;
import org.vgg4j.core.spec.LayerSpec.BatchNormalization;
import org.vgg4j.core.spec.LayerSpec.Convolution;
import org.vgg4j.core.spec.LayerSpec.Dropout;
import org.vgg4j.core.spec.LayerSpec.FullyConnected;
import org.vgg4j.core.spec.LayerSpec.LocalResponseNormalization;
import org.vgg4j.core.spec.LayerSpec.MaxPooling;

/** Draws networks of every kind of layer, with common values often and odd ones sometimes. */
final class RandomNetworks {
  private final SplittableRandom random;

  RandomNetworks(long seed) {
    random = new Seed(seed).at("networks").random();
  }

  NetworkSpec network() {
    List<LayerSpec> layers = new ArrayList<>();
    for (int block = random.nextInt(6); block > 0; block--) {
      addConvolutions(layers);
      layers.add(pooling());
    }
    for (int hidden = random.nextInt(3); hidden > 0; hidden--) {
      addHidden(layers);
    }
    layers.add(new FullyConnected(1 + random.nextInt(5000)));
    return new NetworkSpec("random", layers);
  }

  NetworkDefinition.Derivation derivation() {
    List<Modification> modifications = new ArrayList<>();
    for (int count = random.nextInt(4); count > 0; count--) {
      modifications.add(modification());
    }
    return new NetworkDefinition.Derivation("D", modifications);
  }

  private Modification modification() {
    return switch (random.nextInt(6)) {
      case 0 -> new Modification.BatchNorm();
      case 1 -> new Modification.Lrn();
      case 2 -> new Modification.NoDropout();
      case 3 -> new Modification.FloorPooling();
      case 4 -> new Modification.DropoutRate(random.nextDouble(0.001, 1));
      default -> new Modification.Widen(new Width(1 + random.nextInt(20), 1 + random.nextInt(20)));
    };
  }

  private void addConvolutions(List<LayerSpec> layers) {
    Convolution convolution = convolution();
    for (int count = random.nextInt(4); count > 0; count--) {
      layers.add(convolution);
      maybe(layers, new BatchNormalization(chance() ? 1e-5 : random.nextDouble(1e-9, 1)));
      maybe(layers, localResponse());
      maybe(layers, new Dropout(random.nextDouble(1e-9, 1)));
      convolution = chance() ? convolution() : convolution;
    }
  }

  private void addHidden(List<LayerSpec> layers) {
    layers.add(new FullyConnected(1 + random.nextInt(4096)));
    maybe(layers, BatchNormalization.standard());
    maybe(layers, new Dropout(0.5));
  }

  private Convolution convolution() {
    return new Convolution(
        1 + random.nextInt(11),
        chance() ? 1 + random.nextInt(4) : 1,
        chance() ? Padding.VALID : Padding.SAME,
        1 + random.nextInt(512));
  }

  private LocalResponseNormalization localResponse() {
    return chance()
        ? LocalResponseNormalization.krizhevsky()
        : new LocalResponseNormalization(
            2 * random.nextInt(4) + 1,
            random.nextDouble(0.1, 3),
            random.nextDouble(),
            random.nextDouble(0.1, 1));
  }

  private MaxPooling pooling() {
    int window = 1 + random.nextInt(4);
    Rounding rounding = chance() ? Rounding.FLOOR : Rounding.CEIL;
    return chance()
        ? new MaxPooling(window, 1 + random.nextInt(window), rounding)
        : MaxPooling.standard();
  }

  private void maybe(List<LayerSpec> layers, LayerSpec layer) {
    if (chance()) {
      layers.add(layer);
    }
  }

  private boolean chance() {
    return random.nextInt(3) == 0;
  }
}
