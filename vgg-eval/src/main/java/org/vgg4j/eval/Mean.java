package org.vgg4j.eval;

import java.util.List;

/** The mean of posteriors: every test scale and every view counts as much as the others. */
final class Mean {
  private Mean() {}

  /** The mean at every place of arrays of equal length. */
  static float[] of(List<float[]> parts) {
    float[] mean = new float[parts.get(0).length];
    for (int i = 0; i < mean.length; i++) {
      for (float[] part : parts) {
        mean[i] += part[i];
      }
      mean[i] /= parts.size();
    }
    return mean;
  }
}
