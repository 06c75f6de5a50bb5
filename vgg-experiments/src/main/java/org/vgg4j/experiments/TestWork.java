package org.vgg4j.experiments;

import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.data.image.ImageSize;
import org.vgg4j.data.image.Window;
import org.vgg4j.eval.Technique.View;
import org.vgg4j.eval.TestProtocol;
import org.vgg4j.experiments.bench.DenseArithmetic;

/** What a test has to compute for an image, if it is a photograph of 4:3. */
record TestWork(NetworkSpec network, int crop, TestProtocol protocol) {
  private static final ImageSize PHOTOGRAPH = new ImageSize(480, 640);

  /** Multiply-adds over all test scales, windows and mirror images. */
  long multiplyAdds() {
    return protocol.testScales().stream().mapToLong(this::atScale).sum();
  }

  private long atScale(int scale) {
    ImageSize seen = PHOTOGRAPH.withSmallestSide(scale);
    DenseArithmetic arithmetic = new DenseArithmetic(protocol.appliedTo(network), crop);
    long sum = 0;
    for (View view : protocol.technique().views()) {
      for (Window window : view.windows(seen, crop)) {
        long once = arithmetic.multiplyAdds(new ImageSize(window.height(), window.width()));
        sum += view.flip() ? 2 * once : once;
      }
    }
    return sum;
  }
}
