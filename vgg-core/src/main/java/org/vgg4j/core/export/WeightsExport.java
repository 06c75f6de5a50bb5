package org.vgg4j.core.export;

import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.util.List;
import org.vgg4j.core.Problem;
import org.vgg4j.core.weights.NetworkManifest;
import org.vgg4j.core.weights.TensorFile;
import org.vgg4j.core.weights.TensorFileWriter;

/** Writes a trained network for other programs. */
public final class WeightsExport {
  private final TensorFile file;
  private final NetworkManifest manifest;

  /**
   * A network that is to go out.
   *
   * @throws Problem if the file does not say its network or does not hold it
   */
  public WeightsExport(TensorFile file) {
    this.file = file;
    this.manifest = NetworkManifest.of(file);
  }

  /**
   * Writes the network, whole or not at all.
   *
   * @param place the file to write; for a SavedModel a folder that does not exist yet
   * @throws Problem if the place can't be written
   */
  public void write(ExportOptions options, Path place) {
    TrainedNetwork network = new TrainedNetwork(file, manifest, options.channels());
    switch (options.format()) {
      case SAFETENSORS_TORCH -> writeTensors(network, "pt", TorchTensors.of(network), place);
      case SAFETENSORS_KERAS -> writeTensors(network, "keras", KerasTensors.of(network), place);
      case SAVEDMODEL -> new SavedModelFolder(network, options.averaging()).writeTo(place);
      case ONNX -> new OnnxModel(network, options).writeTo(place);
    }
  }

  /** The key {@code format} is what Python's readers look for: {@code pt} means PyTorch. */
  private static void writeTensors(
      TrainedNetwork network, String format, List<ExportedTensor> tensors, Path place) {
    ImmutableMap<String, String> metadata =
        ImmutableMap.<String, String>builder()
            .putAll(network.metadata())
            .put("format", format)
            .buildOrThrow();
    TensorFileWriter writer = new TensorFileWriter(metadata);
    tensors.forEach(tensor -> writer.floats(tensor.name(), tensor.shape(), tensor.values()));
    writer.writeTo(place);
  }
}
