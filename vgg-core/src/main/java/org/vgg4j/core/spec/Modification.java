package org.vgg4j.core.spec;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import java.util.List;
import org.vgg4j.core.spec.LayerSpec.BatchNormalization;
import org.vgg4j.core.spec.LayerSpec.Convolution;
import org.vgg4j.core.spec.LayerSpec.Dropout;
import org.vgg4j.core.spec.LayerSpec.FullyConnected;
import org.vgg4j.core.spec.LayerSpec.LocalResponseNormalization;
import org.vgg4j.core.spec.LayerSpec.MaxPooling;

/** One step of a derivation such as {@code D + batch-norm + width 1/8}. */
public sealed interface Modification {

  /**
   * The layers of the modified network.
   *
   * @throws IllegalArgumentException if the layers have nothing that could be modified
   */
  List<LayerSpec> applyTo(List<LayerSpec> layers);

  /** How it is written behind the plus sign. */
  String notation();

  /** {@code batch-norm}: {@code bn} after every convolution that has none yet. */
  record BatchNorm() implements Modification {
    @Override
    public String notation() {
      return "batch-norm";
    }

    @Override
    public List<LayerSpec> applyTo(List<LayerSpec> layers) {
      ImmutableList.Builder<LayerSpec> normalised = ImmutableList.builder();
      for (int i = 0; i < layers.size(); i++) {
        normalised.add(layers.get(i));
        if (layers.get(i) instanceof Convolution
            && !(layers.get(i + 1) instanceof BatchNormalization)) {
          normalised.add(BatchNormalization.standard());
        }
      }
      return normalised.build();
    }
  }

  /** {@code lrn}: local response normalisation of the first convolution, as in A-LRN. */
  record Lrn() implements Modification {
    @Override
    public String notation() {
      return "lrn";
    }

    @Override
    public List<LayerSpec> applyTo(List<LayerSpec> layers) {
      checkArgument(
          layers.stream().noneMatch(LocalResponseNormalization.class::isInstance),
          "there is an lrn already");
      int convolution = Iterables.indexOf(layers, Convolution.class::isInstance);
      checkArgument(convolution >= 0, "there is no convolution for lrn to follow");
      boolean normalised = layers.get(convolution + 1) instanceof BatchNormalization;
      List<LayerSpec> result = Lists.newArrayList(layers);
      result.add(convolution + (normalised ? 2 : 1), LocalResponseNormalization.krizhevsky());
      return ImmutableList.copyOf(result);
    }
  }

  /** {@code width 1/8}: every channel and hidden unit times a factor; the classes stay. */
  record Widen(Width width) implements Modification {
    @Override
    public String notation() {
      return "width " + width;
    }

    @Override
    public List<LayerSpec> applyTo(List<LayerSpec> layers) {
      return ImmutableList.<LayerSpec>builder()
          .addAll(Lists.transform(layers.subList(0, layers.size() - 1), this::widened))
          .add(layers.get(layers.size() - 1))
          .build();
    }

    private LayerSpec widened(LayerSpec layer) {
      if (layer instanceof Convolution c) {
        return new Convolution(c.kernel(), c.stride(), c.padding(), width.of(c.channels()));
      }
      return layer instanceof FullyConnected f ? new FullyConnected(width.of(f.units())) : layer;
    }
  }

  /** {@code dropout 0.3}: another rate for every dropout layer. */
  record DropoutRate(double rate) implements Modification {
    @Override
    public String notation() {
      return "dropout " + NotationPrinter.decimal(rate);
    }

    @Override
    public List<LayerSpec> applyTo(List<LayerSpec> layers) {
      checkArgument(
          layers.stream().anyMatch(Dropout.class::isInstance), "there is no dropout to change");
      return layers.stream()
          .map(layer -> layer instanceof Dropout ? new Dropout(rate) : layer)
          .collect(toImmutableList());
    }
  }

  /** {@code no-dropout}: every dropout layer left out. */
  record NoDropout() implements Modification {
    @Override
    public String notation() {
      return "no-dropout";
    }

    @Override
    public List<LayerSpec> applyTo(List<LayerSpec> layers) {
      return layers.stream()
          .filter(layer -> !(layer instanceof Dropout))
          .collect(toImmutableList());
    }
  }

  /** {@code floor-pooling}: pooling that rounds down, as in torchvision and Keras. */
  record FloorPooling() implements Modification {
    @Override
    public String notation() {
      return "floor-pooling";
    }

    @Override
    public List<LayerSpec> applyTo(List<LayerSpec> layers) {
      return layers.stream().map(FloorPooling::floored).collect(toImmutableList());
    }

    private static LayerSpec floored(LayerSpec layer) {
      return layer instanceof MaxPooling pooling
          ? new MaxPooling(pooling.window(), pooling.stride(), Rounding.FLOOR)
          : layer;
    }
  }
}
