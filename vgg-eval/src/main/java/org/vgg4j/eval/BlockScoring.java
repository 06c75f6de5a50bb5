package org.vgg4j.eval;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.vgg4j.data.batch.TestImage;
import org.vgg4j.eval.Technique.View;

/** The posteriors of a block of images by a protocol of one view: the mean over its test scales. */
record BlockScoring(ClassScorer scorer, TestProtocol protocol, EvaluationProgress progress) {
  /**
   * Scores the next images.
   *
   * @param images how many
   * @return float32 (N, K), in the network's order of classes
   */
  float[] posteriors(Iterator<TestImage> iterator, int images) {
    View view = protocol.technique().views().get(0);
    List<ViewScoring> scales = new ArrayList<>();
    protocol
        .testScales()
        .forEach(scale -> scales.add(new ViewScoring(scorer, view, images, progress)));
    for (int image = 0; image < images; image++) {
      TestImage next = iterator.next();
      for (int scale = 0; scale < scales.size(); scale++) {
        scales.get(scale).add(image, next.seen().get(scale));
      }
    }
    return Mean.of(scales.stream().map(ViewScoring::finish).toList());
  }
}
