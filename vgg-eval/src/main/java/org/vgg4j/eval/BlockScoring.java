package org.vgg4j.eval;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.vgg4j.data.batch.TestImage;

/**
 * The posteriors of a block of images by a protocol: the mean over all views and test scales, of
 * which every view sees the same rescaled image.
 */
record BlockScoring(ClassScorer scorer, TestProtocol protocol, EvaluationProgress progress) {
  /**
   * Scores the next images.
   *
   * @param images how many
   * @return float32 (N, K), in the network's order of classes
   */
  float[] posteriors(Iterator<TestImage> iterator, int images) {
    List<ImmutableList<ViewScoring>> scales = new ArrayList<>();
    protocol.testScales().forEach(scale -> scales.add(views(images)));
    for (int image = 0; image < images; image++) {
      TestImage next = iterator.next();
      for (int scale = 0; scale < scales.size(); scale++) {
        for (ViewScoring view : scales.get(scale)) {
          view.add(image, next.seen().get(scale));
        }
      }
    }
    return mean(scales.stream().flatMap(List::stream).map(ViewScoring::finish).toList());
  }

  private ImmutableList<ViewScoring> views(int images) {
    return protocol.technique().views().stream()
        .map(view -> new ViewScoring(scorer, view, images, progress))
        .collect(ImmutableList.toImmutableList());
  }

  private static float[] mean(List<float[]> passes) {
    float[] mean = new float[passes.get(0).length];
    for (int i = 0; i < mean.length; i++) {
      for (float[] pass : passes) {
        mean[i] += pass[i];
      }
      mean[i] /= passes.size();
    }
    return mean;
  }
}
