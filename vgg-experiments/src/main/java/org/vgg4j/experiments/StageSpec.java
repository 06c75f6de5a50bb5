package org.vgg4j.experiments;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.Problem;
import org.vgg4j.core.StrictYaml;
import org.vgg4j.core.spec.NetworkNotation;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.spec.Preprocessing;
import org.vgg4j.data.augment.ScaleRange;
import org.vgg4j.train.Course;
import org.vgg4j.train.Recipe;

/**
 * What {@code spec.yaml} in a run directory holds: all that decides a training's result.
 *
 * @param network the line of the network, at the recipe's width
 * @param classes of the data
 * @param scale the train scale S in pixels
 * @param parent the name of the run that it starts from; null where every layer starts random
 * @param data the data set as it was named
 * @param dataHash what identifies its content
 * @param seed of all random choices
 * @param identity sixteen digits that stand for all of this
 * @param preprocessing what happens to a pixel before the first layer
 * @param recipe how it is trained
 */
public record StageSpec(
    String network,
    int classes,
    String scale,
    @Nullable String parent,
    String data,
    String dataHash,
    long seed,
    String identity,
    Preprocessing preprocessing,
    Recipe recipe) {
  private static final String FILE = "spec.yaml";

  /** Refuses a network or a scale that can't be read here, where a file is read, and not later. */
  public StageSpec {
    NetworkNotation.parse(network).withClasses(classes);
    ScaleRange.parse(scale);
  }

  static StageSpec of(Stage stage, Preprocessing preprocessing) {
    Stage parent = stage.parent();
    return new StageSpec(
        NetworkNotation.print(stage.network()),
        stage.network().classes(),
        stage.scale().toString(),
        parent == null ? null : parent.directoryName(),
        stage.data().name(),
        stage.data().hash(),
        stage.seed(),
        stage.identity(),
        preprocessing,
        stage.recipe());
  }

  /**
   * Reads the spec of a run.
   *
   * @throws Problem if there is none, or it is of another version
   */
  public static StageSpec read(Path run) {
    return StrictYaml.read(run.resolve(FILE), StageSpec.class);
  }

  /** Where the spec of a run lies. */
  static Path in(Path run) {
    return run.resolve(FILE);
  }

  /** The network for the data's classes. */
  public NetworkSpec networkSpec() {
    return NetworkNotation.parse(network).withClasses(classes);
  }

  /** The learning rate of a training that starts from such a parent. */
  public Course courseAfter(@Nullable StageSpec former) {
    boolean tuning = former != null && former.network.equals(network);
    return tuning ? recipe.fineTuning() : recipe.training();
  }

  /** The stage that this is the spec of, on that data. */
  public Stage stage(@Nullable Stage former, DataIdentity content) {
    return new Stage(networkSpec(), ScaleRange.parse(scale), former, recipe, content, seed);
  }

  /** Whether this is the same training with another seed, whatever they start from. */
  public boolean isLike(StageSpec other) {
    return network.equals(other.network)
        && classes == other.classes
        && scale.equals(other.scale)
        && dataHash.equals(other.dataHash)
        && recipe.equals(other.recipe);
  }
}
