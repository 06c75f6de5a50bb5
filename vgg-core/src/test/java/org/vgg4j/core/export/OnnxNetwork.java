package org.vgg4j.core.export;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.google.common.primitives.Floats;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;

/** An exported model in ONNX Runtime, software that shares nothing with ours. */
final class OnnxNetwork implements AutoCloseable {
  private final OrtSession session;

  OnnxNetwork(Path file) throws OrtException {
    this.session = OrtEnvironment.getEnvironment().createSession(file.toString());
  }

  /**
   * What one of the outputs is.
   *
   * @param images float32 (N, 3, height, width)
   * @return float32 (N, K), row-major
   */
  float[] run(String output, float[] images, int height, int width) throws OrtException {
    long[] shape = {images.length / (3L * height * width), 3, height, width};
    try (OnnxTensor input =
            OnnxTensor.createTensor(
                OrtEnvironment.getEnvironment(), FloatBuffer.wrap(images), shape);
        OrtSession.Result result = session.run(Map.of("images", input))) {
      return Floats.concat((float[][]) result.get(output).orElseThrow().getValue());
    }
  }

  /** The metadata of the model. */
  Map<String, String> metadata() throws OrtException {
    return session.getMetadata().getCustomMetadata();
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
