package org.vgg4j.core.graph;

import java.io.IOException;
import java.nio.file.Path;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Signature;
import org.tensorflow.exceptions.TensorFlowException;

/**
 * Writes an inference graph in TensorFlow's format for serving. Its signature {@code
 * serving_default} takes {@code images}, uint8 (N, H, W, 3) of any size, and gives {@code scores},
 * float32 (N, K), the class score map averaged over its positions, and {@code posteriors}, float32
 * (N, K).
 */
public final class SavedModel {
  private SavedModel() {}

  /**
   * Writes the graph with the parameters it has now.
   *
   * @param averaging in which order the class score map becomes posteriors
   * @param folder an empty folder
   * @throws IOException if TensorFlow can't write there
   */
  public static void write(InferenceGraph graph, Averaging averaging, Path folder)
      throws IOException {
    Signature signature =
        Signature.builder("serving_default")
            .methodName("tensorflow/serving/predict")
            .input("images", graph.pixels())
            .output("scores", graph.meanScores())
            .output("posteriors", graph.posteriors(averaging))
            .build();
    try {
      SavedModelBundle.exporter(folder.toString())
          .withTags(SavedModelBundle.DEFAULT_TAG)
          .withSession(graph.session().session())
          .withSignature(signature)
          .export();
    } catch (TensorFlowException e) { // such as a full disk
      String reason = String.valueOf(e.getMessage());
      throw new IOException(reason.lines().findFirst().orElse(reason), e);
    }
  }
}
