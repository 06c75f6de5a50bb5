package org.vgg4j.core.foreign;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vgg4j.core.Problem;
import org.vgg4j.core.foreign.ForeignName.Part;

/** Groups the tensors of a file by layer, first layer first. */
final class ForeignLayers {
  /** torchvision's and timm's modules, in the order in which a network runs them. */
  private static final List<String> MODULES =
      ImmutableList.of("features", "pre_logits", "classifier", "head");

  private static final Pattern MODULE =
      Pattern.compile("(?:.*\\.)?(" + String.join("|", MODULES) + ")\\.\\D*(\\d{0,9})");

  /** Counts batches, which no network needs to be used. */
  private static final String BATCHES = "num_batches_tracked";

  private ForeignLayers() {}

  /**
   * The layers that have tensors of known names; in the order of the file, but for torchvision's
   * modules, whose order is known, and for files in alphabetical order, whose numbers are compared.
   *
   * @throws Problem if two tensors claim one place
   */
  static ImmutableList<ForeignLayer> of(Iterable<ForeignTensor> tensors) {
    Map<String, Map<Part, ForeignTensor>> layers = new LinkedHashMap<>();
    for (ForeignTensor tensor : tensors) {
      ForeignName.parse(tensor.name()).ifPresent(name -> add(layers, name, tensor));
    }
    List<ForeignLayer> inOrderOfFile =
        layers.entrySet().stream()
            .map(entry -> new ForeignLayer(entry.getKey(), entry.getValue()))
            .toList();
    return sorted(inOrderOfFile);
  }

  private static void add(
      Map<String, Map<Part, ForeignTensor>> layers, ForeignName name, ForeignTensor tensor) {
    ForeignTensor first =
        layers
            .computeIfAbsent(name.layer(), layer -> new EnumMap<>(Part.class))
            .putIfAbsent(name.part(), tensor);
    if (first != null) {
      throw Problem.data(
          tensor.name(),
          "and " + first.name() + " both look like the same tensor of one layer",
          "say what is what in a file for --map");
    }
  }

  private static ImmutableList<ForeignLayer> sorted(List<ForeignLayer> layers) {
    boolean modules = layers.stream().allMatch(layer -> place(layer).isPresent());
    return modules
        ? ImmutableList.sortedCopyOf(
            Comparator.comparingLong(layer -> place(layer).orElseThrow()), layers)
        : NaturalOrder.unsorted(layers, ForeignLayer::path);
  }

  private static Optional<Long> place(ForeignLayer layer) {
    Matcher module = MODULE.matcher(layer.path());
    if (!module.matches()) {
      return Optional.empty();
    }
    String number = module.group(2).isEmpty() ? "0" : module.group(2);
    return Optional.of(MODULES.indexOf(module.group(1)) * 1_000_000_000L + Long.parseLong(number));
  }

  /** Whether a tensor may be left aside without a word. */
  static boolean isCounter(ForeignTensor tensor) {
    return tensor.name().endsWith(BATCHES);
  }
}
