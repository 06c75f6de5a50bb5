package org.vgg4j.experiments.sensitivity;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import java.util.List;
import java.util.Locale;
import org.vgg4j.core.foreign.ChannelOrder;
import org.vgg4j.core.graph.Averaging;
import org.vgg4j.core.spec.Preprocessing;
import org.vgg4j.core.spec.Rounding;
import org.vgg4j.data.image.Decoding;
import org.vgg4j.data.image.Filter;
import org.vgg4j.eval.Aspect;
import org.vgg4j.eval.Technique.CenterCrop;
import org.vgg4j.eval.TestProtocol;

/** One thing in which tests of the same network differ between programs, by choice or mistake. */
public enum Variant {
  BILINEAR("bilinear interpolation", setup -> setup.with(Filter.BILINEAR)),
  BICUBIC("bicubic interpolation", setup -> setup.with(Filter.BICUBIC)),
  PLAIN_BILINEAR(
      "bilinear interpolation without antialiasing", setup -> setup.with(Filter.PLAIN_BILINEAR)),
  SQUASHED(
      "rescaled to a square of side Q",
      setup -> setup.with(setup.protocol().with(Aspect.SQUASHED))),
  WHOLE_SQUASHED("whole image squashed to the crop", setup -> setup.with(wholeSquashed(setup))),
  SCALE_OF_CROP("Q equal to the crop", setup -> setup.with(setup.protocol().at(crop(setup)))),
  BGR("BGR in place of RGB", setup -> setup.with(ChannelOrder.BGR)),
  NO_MEAN("no mean subtracted", setup -> setup.with(mean(setup, ImmutableList.of(0.0, 0.0, 0.0)))),
  IMAGENET_MEAN(
      "ImageNet's mean subtracted",
      setup -> setup.with(mean(setup, Preprocessing.imageNet().mean()))),
  PIXELS_TO_255("pixels left at 0..255", setup -> setup.with(scale(setup, 1))),
  PIXELS_TO_1("pixels scaled to 0..1", setup -> setup.with(scale(setup, 1 / 255.0))),
  EXIF_APPLIED("turned as EXIF says", setup -> setup.with(upright(setup, true))),
  EXIF_IGNORED("EXIF orientation ignored", setup -> setup.with(upright(setup, false))),
  REDUCED_DECODING("decoded by DCT scaling", setup -> setup.with(reduced(setup, true))),
  FULL_DECODING("decoded at full size", setup -> setup.with(reduced(setup, false))),
  CEIL_POOLING("pooling rounds up", setup -> pooled(setup, Rounding.CEIL)),
  FLOOR_POOLING("pooling rounds down", setup -> pooled(setup, Rounding.FLOOR)),
  SCORES_AVERAGED("average of scores", setup -> averaged(setup, Averaging.SCORES)),
  POSTERIORS_AVERAGED("average of posteriors", setup -> averaged(setup, Averaging.POSTERIORS)),
  FLIP("with mirror images", setup -> flipped(setup, true)),
  NO_FLIP("without mirror images", setup -> flipped(setup, false)),
  CLASSES_REVERSED("classes in reverse order", setup -> setup.with(LabelOrder.REVERSED)),
  CLASSES_SHIFTED("classes shifted by one", setup -> setup.with(LabelOrder.SHIFTED));

  @Immutable
  private interface Change {
    Setup of(Setup setup);
  }

  private final String description;
  private final Change change;

  Variant(String description, Change change) {
    this.description = description;
    this.change = change;
  }

  /** For people. */
  public String description() {
    return description;
  }

  /** The setup with this one thing changed; an equal one where it was so already, or can't be. */
  Setup of(Setup setup) {
    return change.of(setup);
  }

  /** The name in files, such as {@code no-mean}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static List<Integer> crop(Setup setup) {
    return ImmutableList.of(setup.network().crop());
  }

  /** A single crop that is all of the image. */
  private static TestProtocol wholeSquashed(Setup setup) {
    boolean flip = TechniqueChange.none(setup.protocol().technique()).flip();
    return setup.protocol().with(new CenterCrop(flip)).at(crop(setup)).with(Aspect.SQUASHED);
  }

  private static Preprocessing mean(Setup setup, List<Double> mean) {
    return new Preprocessing(mean, setup.network().preprocessing().scale());
  }

  private static Preprocessing scale(Setup setup, double scale) {
    return new Preprocessing(setup.network().preprocessing().mean(), scale);
  }

  private static Decoding upright(Setup setup, boolean upright) {
    return new Decoding(upright, setup.decoding().background(), setup.decoding().reduced());
  }

  private static Decoding reduced(Setup setup, boolean reduced) {
    return new Decoding(setup.decoding().upright(), setup.decoding().background(), reduced);
  }

  private static Setup pooled(Setup setup, Rounding rounding) {
    return setup.with(setup.network().network().withPooling(rounding));
  }

  private static Setup averaged(Setup setup, Averaging averaging) {
    return setup.with(TechniqueChange.averages(setup.protocol(), averaging));
  }

  private static Setup flipped(Setup setup, boolean flip) {
    return setup.with(TechniqueChange.flips(setup.protocol(), flip));
  }
}
