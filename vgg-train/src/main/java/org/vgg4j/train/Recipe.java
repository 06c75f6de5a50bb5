package org.vgg4j.train;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.vgg4j.core.Problem;
import org.vgg4j.core.StrictYaml;
import org.vgg4j.core.graph.Initialization;
import org.vgg4j.core.graph.Precision;
import org.vgg4j.core.graph.Sgd;
import org.vgg4j.core.graph.Sgd.Decays;
import org.vgg4j.core.graph.Sgd.Style;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.spec.Rounding;
import org.vgg4j.core.spec.Width;
import org.vgg4j.data.image.Filter;

/**
 * How a network is trained (section 3.1). The values of the paper are in {@code
 * recipes/paper.yaml}.
 *
 * @param width factor on all channels and hidden units, such as {@code 1/8}; 1 is the paper's
 *     network
 * @param crop side of the training crops in pixels; 224 in the paper
 * @param pooling how pooling rounds: {@code ceil} leaves the network as it is written, {@code
 *     floor} is for small sizes that are not pooled evenly
 * @param batch images of one SGD step; 256 in the paper
 * @param microBatch images in memory at once, a matter of memory only; at most {@code batch}
 * @param precision of the products of a step; {@code float32} in the paper
 * @param momentum in [0, 1); 0.9 in the paper
 * @param momentumStyle how momentum meets the learning rate
 * @param weightDecay L2 multiplier; 5e-4 in the paper
 * @param weightDecayOn which parameters decay
 * @param dropout rate of every dropout layer, in [0, 1), 0 for none; 0.5 in the paper
 * @param initialization where random weights start, such as {@code gaussian 0.01}
 * @param pixelScale factor on mean-subtracted pixels; 1 in the paper
 * @param interpolation how images are rescaled, in training and in tests
 * @param colourShift standard deviation of the shift of colours along their principal components, 0
 *     for none; 0.1 in the paper
 * @param training the course of a network that starts from random or pre-trained layers
 * @param fineTuning the course of a network that starts from itself at another train scale
 */
public record Recipe(
    String width,
    int crop,
    Rounding pooling,
    int batch,
    int microBatch,
    Precision precision,
    double momentum,
    Style momentumStyle,
    double weightDecay,
    Decays weightDecayOn,
    double dropout,
    String initialization,
    double pixelScale,
    Filter interpolation,
    double colourShift,
    Course training,
    Course fineTuning) {
  /** The recipes that come with the program. */
  public static final ImmutableList<String> NAMES =
      ImmutableList.of("paper", "mini", "smoke", "modern");

  /** Checks every value; the message names the key. */
  public Recipe {
    checkReadable("width", width, Width::parse);
    checkArgument(crop > 0, "crop: must be at least 1 pixel, not %s", crop);
    checkArgument(batch > 0, "batch: must be at least 1 image, not %s", batch);
    checkArgument(
        microBatch > 0 && microBatch <= batch,
        "microBatch: must be between 1 and batch (%s), not %s",
        batch,
        microBatch);
    checkArgument(momentum >= 0 && momentum < 1, "momentum: must be in [0, 1), not %s", momentum);
    checkArgument(
        weightDecay >= 0 && Double.isFinite(weightDecay),
        "weightDecay: must be at least 0, not %s",
        weightDecay);
    checkArgument(
        pixelScale > 0 && Double.isFinite(pixelScale),
        "pixelScale: must be above 0, not %s",
        pixelScale);
    checkArgument(
        colourShift >= 0 && Double.isFinite(colourShift),
        "colourShift: must be at least 0, not %s",
        colourShift);
    checkArgument(dropout >= 0 && dropout < 1, "dropout: must be in [0, 1), not %s", dropout);
    requireNonNull(interpolation, "interpolation is null");
    requireNonNull(pooling, "pooling is null");
    requireNonNull(precision, "precision is null");
    requireNonNull(momentumStyle, "momentumStyle is null");
    requireNonNull(weightDecayOn, "weightDecayOn is null");
    requireNonNull(training, "training is null");
    requireNonNull(fineTuning, "fineTuning is null");
    checkReadable("initialization", initialization, Initialization::parse);
  }

  /** The same with another number of images in memory at once. */
  public Recipe withMicroBatch(int size) {
    return new Recipe(
        width,
        crop,
        pooling,
        batch,
        size,
        precision,
        momentum,
        momentumStyle,
        weightDecay,
        weightDecayOn,
        dropout,
        initialization,
        pixelScale,
        interpolation,
        colourShift,
        training,
        fineTuning);
  }

  private static void checkReadable(String key, String text, Consumer<String> reader) {
    try {
      reader.accept(text);
    } catch (IllegalArgumentException | Problem e) {
      throw new IllegalArgumentException(key + ": " + e.getMessage(), e);
    }
  }

  /** One of the recipes that come with the program. */
  public static Recipe shipped(String name) {
    return StrictYaml.shipped(Recipe.class, "recipes/" + name + ".yaml", Recipe.class);
  }

  /** A recipe of somebody's own. */
  public static Recipe read(Path file) {
    return StrictYaml.read(file, Recipe.class);
  }

  /** A network as this recipe trains it: at its width, with its dropout and pooling. */
  public NetworkSpec applyTo(NetworkSpec network) {
    NetworkSpec sized = network.scaledBy(Width.parse(width)).withDropout(dropout);
    return pooling == Rounding.FLOOR ? sized.withFloorPooling() : sized;
  }

  /** The optimizer. */
  public Sgd sgd() {
    return new Sgd(momentum, momentumStyle, weightDecay, weightDecayOn);
  }

  /** Where random weights start. */
  public Initialization start() {
    return Initialization.parse(initialization);
  }
}
