package org.vgg4j.core.foreign;

import java.util.List;
import org.vgg4j.core.weights.TensorFile;
import org.vgg4j.testing.SharedFolder;

/**
 * The weights of a golden network as PyTorch keeps them: kernels (out, in, height, width), matrices
 * (out, in), and the first matrix' columns in the order channel, row, column.
 */
record TorchValues(TensorFile file) {
  /** Channels that the first convolution sees. */
  private static final int CHANNELS = 3;

  static TorchValues golden(String network) {
    return new TorchValues(
        TensorFile.open(SharedFolder.path("golden/torch/" + network + "/model.safetensors")));
  }

  /** Names from the first layer to the last, weights before biases. */
  List<String> names() {
    return file.names();
  }

  /** The first convolution's values are those for blue, green, red. */
  float[] floats(String name) {
    return name.equals("features.0.weight") ? reversed(file.floats(name)) : file.floats(name);
  }

  float[] unreversed(String name) {
    return file.floats(name);
  }

  private static float[] reversed(float[] kernels) {
    float[] values = new float[kernels.length];
    int area = 9;
    for (int i = 0; i < values.length; i++) {
      int channel = i / area % CHANNELS;
      values[i] = kernels[i + (CHANNELS - 1 - 2 * channel) * area];
    }
    return values;
  }
}
