package org.vgg4j.core.foreign;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vgg4j.core.Problem;

/**
 * A TensorFlow.js model: {@code model.json}, whose manifest of weights says what lies in the binary
 * files beside it, as little-endian float32. Names are the manifest's.
 */
final class TensorFlowJsModel implements ForeignFile {
  private static final JsonMapper JSON = new JsonMapper();

  /** No honest manifest is longer, and a hostile one must not fill the memory. */
  private static final long LONGEST_MANIFEST = 16L << 20;

  private final Reading reading;
  private final TensorDirectory<TensorFlowJsTensor> directory;

  private TensorFlowJsModel(Reading reading, TensorDirectory<TensorFlowJsTensor> directory) {
    this.reading = reading;
    this.directory = directory;
  }

  /**
   * Opens a model by its {@code model.json}.
   *
   * @throws Problem if that or one of its binary files can't be read or they don't agree
   */
  static TensorFlowJsModel open(Path path) {
    Reading reading = new Reading(path, "TensorFlow.js");
    return reading.of(() -> new TensorFlowJsModel(reading, read(path)));
  }

  private static TensorDirectory<TensorFlowJsTensor> read(Path path) throws IOException {
    checkArgument(Files.size(path) <= LONGEST_MANIFEST, "no honest manifest is that long");
    JsonNode groups = JSON.readTree(path.toFile()).path("weightsManifest");
    checkArgument(groups.isArray(), "it has no weightsManifest");
    TensorDirectory<TensorFlowJsTensor> directory = new TensorDirectory<>();
    for (JsonNode group : groups) {
      addGroup(directory, group, new Shards(files(path, group.path("paths"))));
    }
    checkArgument(!directory.isEmpty(), "its weightsManifest names no tensors");
    return directory;
  }

  private static List<Path> files(Path path, JsonNode names) {
    List<Path> files = new ArrayList<>();
    for (JsonNode name : names) {
      Path file = beside(path, name.asText());
      checkArgument(!files.contains(file), "it names the file %s twice", name.asText());
      files.add(file);
    }
    return files;
  }

  /** A manifest may name what lies beside it only, not any file of the reader's. */
  private static Path beside(Path path, String name) {
    Path folder = path.toAbsolutePath().normalize().getParent();
    Path file = folder == null ? Path.of(name) : folder.resolve(name).normalize();
    checkArgument(
        folder != null && file.startsWith(folder) && !name.isEmpty(),
        "it names the file %s, which is not beside it",
        name);
    if (!Files.isRegularFile(file)) {
      throw Problem.data(
          file.toString(), "is missing, but " + path + " names it", "put it beside that file");
    }
    return file;
  }

  private static void addGroup(
      TensorDirectory<TensorFlowJsTensor> directory, JsonNode group, Shards shards)
      throws IOException {
    long position = 0;
    for (JsonNode entry : group.path("weights")) {
      ForeignTensor tensor = tensor(entry);
      directory.add(new TensorFlowJsTensor(tensor, shards, position));
      position += tensor.elements() * Float.BYTES;
    }
    checkArgument(
        position == shards.size(),
        "the tensors of %s need %s bytes, there are %s",
        group.path("paths"),
        position,
        shards.size());
  }

  private static ForeignTensor tensor(JsonNode entry) {
    String name = entry.path("name").asText();
    String type = entry.path("dtype").asText();
    checkArgument(entry.path("shape").isArray(), "tensor %s has no shape", name);
    checkArgument(
        type.equals("float32") && !entry.has("quantization"),
        "tensor %s is %s; only float32 can be read",
        name,
        entry.has("quantization") ? "quantized" : type);
    List<Long> sizes = new ArrayList<>();
    entry
        .path("shape")
        .forEach(size -> sizes.add(size.canConvertToExactIntegral() ? size.asLong(-1) : -1));
    return TensorSizes.tensor(name, sizes);
  }

  @Override
  public String format() {
    return reading.format();
  }

  @Override
  public ImmutableList<ForeignTensor> tensors() {
    return directory.tensors();
  }

  @Override
  public float[] floats(String name) {
    TensorFlowJsTensor place = directory.place(reading.path(), name);
    int count = (int) place.tensor().elements();
    return reading.of(() -> place.shards().floats(place.position(), count));
  }

  @Override
  public void close() {
    // Every call opens and closes the files itself.
  }
}
