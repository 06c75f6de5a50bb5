package org.vgg4j.core.foreign;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vgg4j.core.foreign.Pickled.Mapping;

/** Finds the weights in what a PyTorch file holds. */
final class StateDict {
  /** What programs call the weights in a checkpoint that holds more. */
  private static final ImmutableList<String> NAMES =
      ImmutableList.of("state_dict", "model_state_dict", "model", "net", "weights");

  /** What a network gets in front of its names when it is trained on several devices. */
  private static final String PREFIX = "module.";

  private StateDict() {}

  /**
   * The tensors by their names, in the order of the file. A {@code module.} that all have is left
   * out.
   *
   * @throws IllegalArgumentException if there are none
   */
  static ImmutableMap<String, TorchTensor> tensors(Pickled root) {
    checkArgument(root instanceof Mapping, "it holds no dict");
    Map<String, Pickled> entries = ((Mapping) root).entries();
    Map<String, TorchTensor> tensors = Map.of();
    for (String name : NAMES) {
      if (tensors.isEmpty() && entries.get(name) instanceof Mapping mapping) {
        tensors = among(mapping.entries());
      }
    }
    // Checkpoints may hold other tensors beside the dict, such as the best accuracy so far.
    tensors = tensors.isEmpty() ? among(entries) : tensors;
    checkArgument(
        !tensors.isEmpty(),
        "it holds no tensors, neither directly nor as one of %s",
        String.join(", ", NAMES));
    return withoutPrefix(tensors);
  }

  private static Map<String, TorchTensor> among(Map<String, Pickled> entries) {
    Map<String, TorchTensor> tensors = new LinkedHashMap<>();
    entries.forEach(
        (name, value) -> {
          if (value instanceof TorchTensor tensor) {
            tensors.put(name, tensor);
          }
        });
    return tensors;
  }

  private static ImmutableMap<String, TorchTensor> withoutPrefix(Map<String, TorchTensor> tensors) {
    boolean all = tensors.keySet().stream().allMatch(name -> name.startsWith(PREFIX));
    ImmutableMap.Builder<String, TorchTensor> named = ImmutableMap.builder();
    tensors.forEach(
        (name, tensor) -> named.put(all ? name.substring(PREFIX.length()) : name, tensor));
    return named.buildOrThrow();
  }
}
