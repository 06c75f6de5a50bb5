package org.vgg4j.eval;

import com.google.common.collect.ImmutableList;
import org.vgg4j.core.graph.Averaging;

/** A network as evaluation sees it: images in, class posteriors out. */
public interface ClassScorer {

  /** Number of classes K. */
  int classes();

  /** What the classes are called, in the order of the scores; none where that is unknown. */
  default ImmutableList<String> classNames() {
    return ImmutableList.of();
  }

  /** Side in pixels of the crops that the network was trained on. */
  int crop();

  /**
   * Class posteriors of whole images of one size.
   *
   * @param pixels uint8 (N, height, width, 3), RGB
   * @return float32 (N, K), row-major; each row sums to 1
   */
  float[] posteriors(byte[] pixels, int height, int width, Averaging averaging);
}
