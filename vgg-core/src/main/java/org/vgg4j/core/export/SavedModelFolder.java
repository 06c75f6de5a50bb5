package org.vgg4j.core.export;

import com.google.common.base.Joiner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vgg4j.core.AtomicFolder;
import org.vgg4j.core.graph.Averaging;
import org.vgg4j.core.graph.Device;
import org.vgg4j.core.graph.InferenceDefinition;
import org.vgg4j.core.graph.InferenceGraph;
import org.vgg4j.core.graph.SavedModel;

/**
 * A network as a SavedModel, with the names of its classes in {@code assets.extra/labels.txt}, one
 * a line, where they are known.
 */
final class SavedModelFolder {
  private final TrainedNetwork network;
  private final Averaging averaging;

  SavedModelFolder(TrainedNetwork network, Averaging averaging) {
    this.network = network;
    this.averaging = averaging;
  }

  void writeTo(Path folder) {
    AtomicFolder.write(folder, this::write);
  }

  private void write(Path folder) throws IOException {
    InferenceDefinition definition =
        new InferenceDefinition(
            network.manifest().network(), network.manifest().crop(), network.preprocessing());
    try (InferenceGraph graph = InferenceGraph.with(Device.cpu(), definition, network::values)) {
      SavedModel.write(graph, averaging, folder);
    }
    if (!network.manifest().classNames().isEmpty()) {
      Path extra = Files.createDirectories(folder.resolve("assets.extra"));
      String labels = Joiner.on('\n').join(network.manifest().classNames()) + "\n";
      Files.writeString(extra.resolve("labels.txt"), labels);
    }
  }
}
