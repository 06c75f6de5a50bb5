package org.vgg4j.experiments;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.Hashing;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.Problem;
import org.vgg4j.core.StrictYaml;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.data.augment.Augmentation;
import org.vgg4j.data.augment.ScaleRange;
import org.vgg4j.train.Course;
import org.vgg4j.train.Phase;
import org.vgg4j.train.Recipe;

/**
 * One training, resolved to the last value. Equal stages are the same stage: its identity is a hash
 * of all that decides its result, and its directory is named by it, so that a finished stage is
 * never paid for twice.
 *
 * @param network at the recipe's width, with the data set's classes
 * @param scale the train scale S in pixels of the preset
 * @param parent the stage that trains the network this one starts from
 * @param data the data set it is trained on
 * @param seed of all random choices
 */
public record Stage(
    NetworkSpec network,
    ScaleRange scale,
    @Nullable Stage parent,
    Recipe recipe,
    DataIdentity data,
    long seed) {
  /** Raised by whoever changes what a training computes, so that old results are not taken up. */
  private static final int NUMERICS = 3;

  /** For people, such as {@code D S=37..73}. */
  public String title() {
    return network.name() + " S=" + scale + (seed == 1 ? "" : " seed " + seed);
  }

  /** Whether this stage goes on with the parent's network at another scale. */
  public boolean isFineTuning() {
    return parent != null && parent.network().equals(network);
  }

  /** The learning rate of this stage. */
  public Phase phase() {
    return course().over(iterationsPerEpoch());
  }

  private Course course() {
    return isFineTuning() ? recipe.fineTuning() : recipe.training();
  }

  /**
   * Checks what only shows when recipe, network, scale and data meet, before anything is trained.
   *
   * @throws Problem if the crop exceeds the train scale, the schedule does not fit the length, or a
   *     layer that is to train is none of the network
   */
  void check() {
    Augmentation.checkCrop(scale, recipe.crop());
    phase().course().trainedLayers().checkIn(network, recipe.crop());
  }

  /** SGD steps in an epoch; the last sees fewer images. */
  public int iterationsPerEpoch() {
    return (data.trainImages() + recipe.batch() - 1) / recipe.batch();
  }

  /** Sixteen hexadecimal digits that stand for everything that decides the result. */
  public String identity() {
    String everything =
        String.join(
            "\n",
            "numerics " + NUMERICS,
            "network " + network,
            "scale " + scale,
            "parent " + Optional.ofNullable(parent).map(Stage::identity).orElse("none"),
            "recipe " + StrictYaml.print(recipe),
            "data " + data.hash(),
            "seed " + seed);
    return Hashing.sha256().hashString(everything, UTF_8).toString().substring(0, 16);
  }

  /** The name of its run directory, for people first: {@code D-S37..73-seed1-0123abcd}. */
  public String directoryName() {
    return network.name() + "-S" + scale + "-seed" + seed + "-" + identity().substring(0, 8);
  }
}
