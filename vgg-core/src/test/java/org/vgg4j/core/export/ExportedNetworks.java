package org.vgg4j.core.export;

import java.nio.file.Path;
import org.vgg4j.core.Seed;
import org.vgg4j.core.graph.Device;
import org.vgg4j.core.graph.InferenceDefinition;
import org.vgg4j.core.graph.InferenceGraph;
import org.vgg4j.core.graph.Initialization;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.spec.Parameter;
import org.vgg4j.core.spec.Parameter.Role;
import org.vgg4j.core.weights.NetworkManifest;
import org.vgg4j.core.weights.TensorFile;
import org.vgg4j.core.weights.TensorFileWriter;

/** Networks with random weights, and images, for the tests of this room. */
final class ExportedNetworks {
  private ExportedNetworks() {}

  /** Random weights of that network, none of them trivial. */
  static TensorFile random(NetworkManifest manifest, Path file) {
    NetworkSpec network = manifest.network();
    TensorFileWriter writer = new TensorFileWriter(manifest.metadata());
    for (Parameter parameter : network.parameters(manifest.crop())) {
      writer.floats(parameter.name(), parameter.shape(), () -> values(parameter));
    }
    writer.writeTo(file);
    return TensorFile.open(file);
  }

  private static float[] values(Parameter parameter) {
    Seed seed = new Seed(3);
    if (parameter.role() == Role.WEIGHTS) {
      return new Initialization.He().values(parameter, seed);
    }
    float[] values = new float[Math.toIntExact(parameter.elements())];
    float centre = parameter.role() == Role.SCALE || parameter.role() == Role.VARIANCE ? 1 : 0;
    var random = seed.at(parameter.name()).random();
    for (int i = 0; i < values.length; i++) {
      values[i] = centre + 0.5f * random.nextFloat();
    }
    return values;
  }

  /** Our own graph of a file. */
  static InferenceGraph open(TensorFile file) {
    NetworkManifest manifest = NetworkManifest.of(file);
    return InferenceGraph.with(
        Device.cpu(),
        new InferenceDefinition(manifest.network(), manifest.crop(), manifest.preprocessing()),
        parameter -> file.floats(parameter.name()));
  }

  /** Images of noise, uint8 (count, height, width, 3). */
  static byte[] noise(int count, int height, int width) {
    byte[] pixels = new byte[count * height * width * 3];
    new Seed(8).random().nextBytes(pixels);
    return pixels;
  }

  /** The same images as float32 (N, 3, height, width). */
  static float[] channelsFirst(byte[] pixels, int height, int width) {
    float[] values = new float[pixels.length];
    int positions = height * width;
    for (int i = 0; i < pixels.length; i++) {
      int image = i / 3 / positions;
      values[(image * 3 + i % 3) * positions + i / 3 % positions] = Byte.toUnsignedInt(pixels[i]);
    }
    return values;
  }

  /** Images with red and blue exchanged: float32 (N, 3, height, width) of the same. */
  static float[] blueFirst(float[] images, int height, int width) {
    float[] values = images.clone();
    int plane = height * width;
    for (int image = 0; image < images.length; image += 3 * plane) {
      System.arraycopy(images, image, values, image + 2 * plane, plane);
      System.arraycopy(images, image + 2 * plane, values, image, plane);
    }
    return values;
  }

  /** The scores of maps averaged over their positions, float32 (N, K). */
  static float[] averaged(float[] maps, int positions, int classes) {
    double[] sums = new double[maps.length / positions];
    for (int i = 0; i < maps.length; i++) {
      sums[i / classes / positions * classes + i % classes] += (double) maps[i] / positions;
    }
    float[] means = new float[sums.length];
    for (int i = 0; i < means.length; i++) {
      means[i] = (float) sums[i];
    }
    return means;
  }
}
