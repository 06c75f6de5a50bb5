package org.vgg4j.core.foreign;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vgg4j.core.Problem;
import org.vgg4j.core.Spelling;

/**
 * The tensors of one file by their names, in the file's order.
 *
 * @param <P> how the file's format says where values are
 */
final class TensorDirectory<P extends PlacedTensor> {
  /** No honest file has as many, and a hostile one must not fill the memory with names. */
  private static final int MOST = 100_000;

  private final Map<String, P> places = new LinkedHashMap<>();

  /**
   * Adds the file's next tensor.
   *
   * @throws IllegalArgumentException if the name is taken or the tensors are too many
   */
  void add(P place) {
    String name = place.tensor().name();
    checkArgument(places.size() < MOST, "it holds more than %s tensors", MOST);
    checkArgument(places.putIfAbsent(name, place) == null, "two of its tensors are named %s", name);
  }

  boolean isEmpty() {
    return places.isEmpty();
  }

  ImmutableList<ForeignTensor> tensors() {
    return places.values().stream()
        .map(PlacedTensor::tensor)
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Where the values of a tensor are.
   *
   * @param path the file, for the message
   * @throws Problem if there is no such tensor
   */
  P place(Path path, String name) {
    P place = places.get(name);
    if (place == null) {
      throw Problem.data(
          path.toString(),
          "has no tensor " + name,
          Spelling.suggestion(name, ImmutableList.copyOf(places.keySet())));
    }
    return place;
  }
}
