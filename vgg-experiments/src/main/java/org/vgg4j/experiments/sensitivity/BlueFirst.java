package org.vgg4j.experiments.sensitivity;

import com.google.common.collect.ImmutableList;
import org.vgg4j.core.graph.Averaging;
import org.vgg4j.data.image.Image;
import org.vgg4j.eval.ClassScorer;

/**
 * A network that is shown blue in the place of red and red in the place of blue. What it does with
 * a pixel stays where it was, so the mean of red is subtracted from blue, as when a program hands
 * over images of OpenCV without a thought.
 */
record BlueFirst(ClassScorer scorer) implements ClassScorer {
  private static final int BLUE = Image.CHANNELS - 1;

  @Override
  public int classes() {
    return scorer.classes();
  }

  @Override
  public ImmutableList<String> classNames() {
    return scorer.classNames();
  }

  @Override
  public int crop() {
    return scorer.crop();
  }

  @Override
  public float[] posteriors(byte[] pixels, int height, int width, Averaging averaging) {
    byte[] swapped = pixels.clone();
    for (int red = 0; red < pixels.length; red += Image.CHANNELS) {
      swapped[red] = pixels[red + BLUE];
      swapped[red + BLUE] = pixels[red];
    }
    return scorer.posteriors(swapped, height, width, averaging);
  }
}
