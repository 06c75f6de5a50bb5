package org.vgg4j.eval;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vgg4j.core.Problem;
import org.vgg4j.core.weights.TensorFile;
import org.vgg4j.core.weights.TensorFileWriter;

/**
 * Posteriors as a safetensors file with the tensors {@code labels} (I32, N) and {@code posteriors}
 * (F32, N x K); the ids, as a JSON list, and what made them are in the metadata.
 */
final class PosteriorsFile {
  /** The key of the metadata that holds the ids. */
  static final String IDS = "ids";

  private static final String LABELS = "labels";
  private static final String POSTERIORS = "posteriors";

  private PosteriorsFile() {}

  static void write(Path file, Posteriors posteriors) {
    Map<String, String> metadata = new LinkedHashMap<>(posteriors.madeFrom());
    metadata.put(IDS, TextList.print(posteriors.ids()));
    new TensorFileWriter(metadata)
        .ints(LABELS, posteriors.labels())
        .floats(POSTERIORS, List.of(posteriors.images(), posteriors.classes()), posteriors::values)
        .writeTo(file);
  }

  /**
   * Reads a file.
   *
   * @throws Problem if it is damaged or no posteriors file
   */
  static Posteriors read(Path path) {
    TensorFile file = TensorFile.open(path);
    Map<String, String> madeFrom = new LinkedHashMap<>(file.metadata());
    if (madeFrom.remove(IDS) == null) {
      throw Problem.data(
          path.toString(),
          "holds no posteriors, its metadata have no ids of images",
          "give a file that vgg eval --out or vgg ensemble --out has written");
    }
    try {
      List<String> ids = TextList.read(file.metadata(IDS));
      return Posteriors.takingOver(ids, file.ints(LABELS), file.floats(POSTERIORS), madeFrom);
    } catch (IllegalArgumentException e) {
      throw Problem.data(
              path.toString(), "holds no sound posteriors (" + e.getMessage() + ")", "remove it")
          .causedBy(e);
    }
  }
}
