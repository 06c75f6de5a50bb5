package org.vgg4j.core.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.vgg4j.core.spec.LayerSpec;
import org.vgg4j.core.spec.LayerSpec.FullyConnected;
import org.vgg4j.core.spec.Modification.FloorPooling;
import org.vgg4j.core.spec.NetworkCatalogue;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.spec.Parameter;
import org.vgg4j.core.spec.Preprocessing;
import org.vgg4j.core.spec.Rounding;
import org.vgg4j.core.spec.Width;
import org.vgg4j.core.weights.NetworkManifest;
import org.vgg4j.core.weights.TensorFile;
import org.vgg4j.core.weights.TensorFileWriter;
import org.vgg4j.testing.NpyFile;
import org.vgg4j.testing.SharedFolder;

/**
 * The golden networks that torchvision made: the shipped networks at a sixteenth of the width, with
 * 64 hidden units and 10 classes, for crops of 224 pixels.
 */
public enum TorchNetwork {
  VGG11("A", "vgg11_A", 0),
  VGG16("D", "vgg16_D", 0),
  VGG19("E", "vgg19_E", 1),
  VGG16_BN("D-BN", "vgg16_D_bn", 1);

  public static final int CROP = 224;
  public static final int CLASSES = 10;

  private final String name;
  private final String folder;
  private final int inputBatch;

  TorchNetwork(String name, String folder, int inputBatch) {
    this.name = name;
    this.folder = "torch/" + folder + "/";
    this.inputBatch = inputBatch;
  }

  public NpyFile golden(String file) {
    return NpyFile.golden(folder + file);
  }

  /** The four crops whose logits are golden, float32 (4, 3, 224, 224), RGB minus the mean pixel. */
  public NpyFile inputs() {
    return NpyFile.golden("torch/input_batch" + inputBatch + ".npy");
  }

  /** A graph with the golden weights. */
  InferenceGraph open(Rounding rounding) {
    InferenceGraph graph =
        new InferenceGraph(
            Device.cpu(),
            new InferenceDefinition(network(rounding), CROP, Preprocessing.imageNet()));
    forEachParameter((parameter, values) -> graph.write(parameter, values.get()));
    return graph;
  }

  /** Writes the golden weights in our format. */
  public TensorFile save(Path file, Rounding rounding) {
    NetworkManifest manifest =
        new NetworkManifest(network(rounding), CROP, Preprocessing.imageNet());
    TensorFileWriter writer = new TensorFileWriter(manifest.metadata());
    forEachParameter(
        (parameter, values) -> writer.floats(parameter.name(), parameter.shape(), values));
    writer.writeTo(file);
    return TensorFile.open(file);
  }

  /** The inputs as our graphs take them: float32 (4, 224, 224, 3). */
  float[] channelsLastInputs() {
    float[] source = inputs().floats();
    float[] values = new float[source.length];
    int positions = CROP * CROP;
    for (int i = 0; i < values.length; i++) {
      values[i] = source[(i / 3 / positions * 3 + i % 3) * positions + i / 3 % positions];
    }
    return values;
  }

  /** Whether its convolutions have batch normalisation. */
  boolean normalizes() {
    return this == VGG16_BN;
  }

  /** A file of its golden folder. */
  public Path path(String file) {
    return SharedFolder.path("golden/" + folder + file);
  }

  public NetworkSpec network(Rounding rounding) {
    List<LayerSpec> layers =
        NetworkCatalogue.shipped().network(name).scaledBy(Width.parse("1/16")).layers().stream()
            .map(layer -> layer.equals(new FullyConnected(256)) ? new FullyConnected(64) : layer)
            .toList();
    boolean down = rounding == Rounding.FLOOR;
    return new NetworkSpec(name, down ? new FloorPooling().applyTo(layers) : layers)
        .withClasses(CLASSES);
  }

  /** Both sides list their parameters first layer first, and in one order within a layer. */
  private void forEachParameter(BiConsumer<Parameter, Supplier<float[]>> consumer) {
    TensorFile file = TensorFile.open(path("model.safetensors"));
    List<String> names = tensorNames(file);
    List<Parameter> parameters = network(Rounding.CEIL).parameters(CROP);
    assertThat(names).hasSameSizeAs(parameters);
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      Parameter parameter = parameters.get(i);
      assertThat(name).endsWith(torchRole(parameter));
      consumer.accept(parameter, () -> channelsLast(parameter, file.floats(name)));
    }
  }

  /** The tensors that are parameters, in the order of the file. */
  public static List<String> tensorNames(TensorFile file) {
    return file.names().stream().filter(name -> !name.endsWith("num_batches_tracked")).toList();
  }

  private static String torchRole(Parameter parameter) {
    return switch (parameter.role()) {
      case WEIGHTS, SCALE -> ".weight";
      case BIASES, SHIFT -> ".bias";
      case MEAN -> ".running_mean";
      case VARIANCE -> ".running_var";
    };
  }

  /**
   * From (out, in, height, width) to (height, width, in, out). The rows of torchvision's first
   * fully-connected layer are in the order channel, height, width, so it needs the same.
   */
  private static float[] channelsLast(Parameter parameter, float[] source) {
    if (parameter.shape().size() == 1) {
      return source;
    }
    int in = parameter.shape().get(2);
    int out = parameter.shape().get(3);
    int positions = parameter.shape().get(0) * parameter.shape().get(1);
    float[] values = new float[source.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = source[(i % out * in + i / out % in) * positions + i / out / in];
    }
    return values;
  }
}
