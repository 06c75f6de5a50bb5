package org.vgg4j.data.preview;

import com.google.common.collect.ImmutableList;
import java.awt.Color;
import java.util.List;
import java.util.stream.IntStream;
import org.vgg4j.core.Seed;
import org.vgg4j.data.augment.Augmentation;
import org.vgg4j.data.augment.ColourShift;
import org.vgg4j.data.augment.Sample;
import org.vgg4j.data.augment.ScaleRange;
import org.vgg4j.data.image.Image;
import org.vgg4j.data.image.Resampler;
import org.vgg4j.data.image.StoredImage;

/**
 * The random choices of training (section 3.1), each shown for itself.
 *
 * @param scales the smallest S, the largest, and between them the jitter
 * @param crop height and width of the crops in pixels
 * @param colours how colours are shifted
 */
public record Augmentations(ScaleRange scales, int crop, ColourShift colours) {
  private static final int FIXED = 2;
  private static final int JITTERED = 3;
  private static final int SHIFTED = 3;
  private static final Color BLUE = new Color(0x0072B2);
  private static final Color ORANGE = new Color(0xD55E00);
  private static final Color GREEN = new Color(0x009E73);
  private static final Color GREY = new Color(0x555555);

  /**
   * @throws org.vgg4j.core.Problem if the crop is larger than the smallest S
   */
  public Augmentations {
    new Augmentation(scales, crop, false);
  }

  /** What is seen of an image under a seed, in groups that are the same for every image. */
  ImmutableList<ViewGroup> of(StoredImage image, Seed seed, Resampler resampler) {
    Drawing drawing = new Drawing(image, seed, resampler);
    List<View> small = drawing.crops(ScaleRange.fixed(scales.minimum()), "small", FIXED);
    List<View> large = drawing.crops(ScaleRange.fixed(scales.maximum()), "large", FIXED);
    List<View> jittered = drawing.crops(scales, "jitter", JITTERED);
    View first = small.get(0);
    return ImmutableList.of(
        new ViewGroup("S = " + scales.minimum(), BLUE, true, small),
        new ViewGroup("S = " + scales.maximum(), ORANGE, true, large),
        new ViewGroup("S in " + scales, GREEN, true, jittered),
        new ViewGroup("mirrored", GREY, false, ImmutableList.of(mirrored(first))),
        new ViewGroup("colours shifted", GREY, false, shifted(first, seed.at("colour"))));
  }

  private static View mirrored(View view) {
    return new View(view.sample(), view.image().flipped(), "first crop");
  }

  private List<View> shifted(View view, Seed seed) {
    return IntStream.range(0, SHIFTED)
        .mapToObj(k -> shifted(view, colours.sample(seed.at(k))))
        .toList();
  }

  private static View shifted(View view, float[] shift) {
    String caption = levels(shift[0]) + " " + levels(shift[1]) + " " + levels(shift[2]);
    return new View(view.sample(), plus(view.image(), shift), caption);
  }

  private static String levels(float value) {
    long rounded = Math.round((double) value);
    return (rounded > 0 ? "+" : "") + rounded;
  }

  /** What is shifted out of 0..255 can't be shown; a network sees it. */
  private static Image plus(Image image, float[] shift) {
    byte[] pixels = image.pixels().clone();
    for (int i = 0; i < pixels.length; i++) {
      int value = Math.round((pixels[i] & 0xFF) + shift[i % Image.CHANNELS]);
      pixels[i] = (byte) Math.max(0, Math.min(255, value));
    }
    return new Image(image.size(), pixels);
  }

  /** The crops of one image. */
  private final class Drawing {
    private final StoredImage image;
    private final Seed seed;
    private final Resampler resampler;

    Drawing(StoredImage image, Seed seed, Resampler resampler) {
      this.image = image;
      this.seed = seed;
      this.resampler = resampler;
    }

    List<View> crops(ScaleRange range, String branch, int count) {
      Augmentation augmentation = new Augmentation(range, crop, false);
      return IntStream.range(0, count)
          .mapToObj(k -> augmentation.sample(image.size(), seed.at(branch).at(k)))
          .map(sample -> new View(sample, sample.of(image, resampler), caption(range, sample)))
          .toList();
    }

    private String caption(ScaleRange range, Sample sample) {
      return range.jittered()
          ? "S = " + sample.rescaled().smallestSide()
          : "at " + sample.window().y() + ", " + sample.window().x();
    }
  }
}
