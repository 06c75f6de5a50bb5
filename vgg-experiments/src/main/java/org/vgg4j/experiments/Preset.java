package org.vgg4j.experiments;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.vgg4j.core.Problem;
import org.vgg4j.core.Spelling;
import org.vgg4j.core.spec.PaperNetworks;
import org.vgg4j.data.augment.ScaleRange;
import org.vgg4j.eval.TestProtocol;
import org.vgg4j.train.Recipe;

/**
 * The size at which an experiment runs: the paper's geometry times a factor, and a recipe. All else
 * keeps its meaning.
 *
 * @param name as the command line writes it
 * @param factor by which S, Q and the crop of the paper are multiplied, as numerator and
 *     denominator
 * @param recipe how every row is trained
 * @param sideBySide whether stages are so small that they run faster with a thread each
 * @param defaultData the data set where the command line names none; empty where it must
 */
public record Preset(
    String name, Factor factor, Recipe recipe, boolean sideBySide, String defaultData) {
  /** Up to this size a thread of its own for each stage is faster. */
  private static final int LARGEST_SMALL_CROP = 64;

  /** The names of all presets. */
  public static final ImmutableList<String> NAMES = ImmutableList.of("smoke", "mini", "paper");

  /** A fraction, kept whole so that sizes round the same everywhere. */
  public record Factor(int numerator, int denominator) {

    /** A size of the paper at this factor, rounded to the nearest pixel. */
    public int of(int paperSize) {
      return (2 * paperSize * numerator + denominator) / (2 * denominator);
    }
  }

  /**
   * The preset of that name.
   *
   * @throws Problem if there is none
   */
  public static Preset named(String name) {
    return switch (name) {
      case "smoke" -> new Preset(name, new Factor(1, 7), Recipe.shipped(name), true, "generated");
      case "mini" -> new Preset(name, new Factor(2, 7), Recipe.shipped(name), true, "");
      case "paper" -> new Preset(name, new Factor(1, 1), Recipe.shipped(name), false, "");
      default ->
          throw Problem.configuration(
              "preset " + name, "is not known", Spelling.suggestion(name, NAMES));
    };
  }

  /**
   * The preset of a recipe that is none of the presets': the paper's sizes follow its crop.
   *
   * @param name of the recipe, for people
   */
  public static Preset of(String name, Recipe recipe) {
    boolean small = recipe.crop() <= LARGEST_SMALL_CROP;
    return new Preset(name, new Factor(recipe.crop(), PaperNetworks.CROP), recipe, small, "");
  }

  /** The same sizes with another recipe. */
  public Preset withRecipe(Recipe other) {
    return new Preset(name, factor, other, sideBySide, defaultData);
  }

  /** The name of the preset that has crops of so many pixels. */
  static Optional<String> ofCrop(int crop) {
    return NAMES.stream().filter(name -> named(name).recipe().crop() == crop).findFirst();
  }

  /** Whether there is a preset of that name. */
  public static boolean exists(String name) {
    return NAMES.contains(name);
  }

  /** A train scale of the paper at this preset. */
  public ScaleRange scaled(ScaleRange paperScale) {
    return new ScaleRange(factor.of(paperScale.minimum()), factor.of(paperScale.maximum()));
  }

  /** A test protocol of the paper at this preset. */
  public TestProtocol scaled(TestProtocol paperProtocol) {
    return paperProtocol.at(paperProtocol.testScales().stream().map(factor::of).toList());
  }
}
