package org.vgg4j.experiments;

import com.google.common.base.Splitter;
import java.nio.file.Path;
import java.util.List;
import org.vgg4j.core.Problem;
import org.vgg4j.experiments.Row.Member;

/**
 * A file of weights that fills rows in place of a training.
 *
 * @param training network and train scale of the paper, such as {@code D/256..512}
 * @param file weights of this program, or of another one
 */
public record WeightsChoice(String training, Path file) {
  /** The networks that the authors published are those trained on jittered scales. */
  private static final String PUBLISHED_SCALE = "256..512";

  /**
   * Reads a choice as people write it.
   *
   * @param text {@code D=FILE}, which means D/256..512, or {@code D/384=FILE}
   * @throws Problem if it is neither
   */
  public static WeightsChoice parse(String text) {
    List<String> pair = Splitter.on('=').limit(2).trimResults().splitToList(text);
    if (pair.size() < 2 || pair.contains("")) {
      throw Problem.configuration(
          "--weights " + text,
          "names no training and file",
          "write it like D=D.safetensors or D/384=D-384.safetensors");
    }
    String training = pair.get(0);
    return new WeightsChoice(
        training.contains("/") ? training : training + "/" + PUBLISHED_SCALE, Path.of(pair.get(1)));
  }

  /** Whether it fills a test: a training with settings of its own is not the published one. */
  boolean fills(Member test) {
    return test.training().equals(training) && test.train().changes().isEmpty();
  }

  /** The name of the network, such as {@code D}. */
  String network() {
    return training.substring(0, training.indexOf('/'));
  }

  @Override
  public String toString() {
    return "--weights " + training + "=" + file;
  }
}
