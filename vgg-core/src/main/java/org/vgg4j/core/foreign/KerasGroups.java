package org.vgg4j.core.foreign;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the tensors in the groups of a Keras file. Until Keras 2 a group lists its layers in the
 * attribute {@code layer_names} and each layer its tensors in {@code weight_names}, in the
 * network's order. Keras 3 has no lists: all data sets count, but the optimizer's.
 */
final class KerasGroups {
  private static final String LAYERS = "layer_names";
  private static final String WEIGHTS = "weight_names";

  /** The group of the weights in a file that holds a whole model. */
  private static final String MODEL = "model_weights";

  /** The groups that Keras 2 and Keras 3 keep the optimizer's state in. */
  private static final Set<String> OPTIMIZERS = Set.of("optimizer_weights", "optimizer");

  private static final Splitter PATH = Splitter.on('/').omitEmptyStrings();
  private static final int DEEPEST = 32;

  private final TensorDirectory<KerasTensor> directory = new TensorDirectory<>();
  private final Set<Long> seen = new HashSet<>();
  private final long fileSize;

  private KerasGroups(long fileSize) {
    this.fileSize = fileSize;
  }

  /** The tensors of a file of so many bytes. */
  static TensorDirectory<KerasTensor> read(HdfFile file, long fileSize) {
    KerasGroups groups = new KerasGroups(fileSize);
    Group root = file.getChild(MODEL) instanceof Group model ? model : file;
    List<String> layers = names(root, LAYERS);
    if (layers.isEmpty()) {
      groups.addAll(root, "", 0);
    }
    layers.forEach(layer -> groups.addLayer(root, layer));
    checkArgument(!groups.directory.isEmpty(), "it holds no tensors");
    return groups.directory;
  }

  private void addLayer(Group root, String layer) {
    Node node = below(root, layer);
    for (String weights : names(node, WEIGHTS)) {
      String name = layer + "/" + weights;
      if (!(below(root, name) instanceof Dataset dataset)) {
        throw new IllegalArgumentException("%s is not a tensor".formatted(name));
      }
      directory.add(KerasTensor.of(name, dataset, fileSize));
    }
  }

  /** What lies at a path; links, which may lead out of the file, are not followed. */
  private static Node below(Group root, String path) {
    Node node = root;
    for (String step : PATH.split(path)) {
      @Nullable Node next = node instanceof Group group ? group.getChild(step) : null;
      checkArgument(next != null && !next.isLink(), "it lacks %s, which it lists", path);
      node = next;
    }
    return node;
  }

  private void addAll(Group group, String path, int depth) {
    checkArgument(depth < DEEPEST && seen.add(group.getAddress()), "its groups hold each other");
    group.getChildren().values().stream()
        .filter(child -> !child.isLink() && !OPTIMIZERS.contains(child.getName()))
        .sorted(Comparator.comparing(Node::getName, NaturalOrder.ofNames()))
        .forEach(
            child -> {
              String name = path + child.getName();
              if (child instanceof Group inner) {
                addAll(inner, name + "/", depth + 1);
              } else if (child instanceof Dataset dataset && KerasTensor.holdsNumbers(dataset)) {
                directory.add(KerasTensor.of(name, dataset, fileSize));
              }
            });
  }

  /** The texts of an attribute; a long list is kept in parts, whose names end in 0, 1, 2, ... */
  private static List<String> names(Node node, String name) {
    if (node.getAttribute(name) != null) {
      return texts(node.getAttribute(name));
    }
    ImmutableList.Builder<String> all = ImmutableList.builder();
    for (int i = 0; node.getAttribute(name + i) != null; i++) {
      all.addAll(texts(node.getAttribute(name + i)));
    }
    return all.build();
  }

  /** A layer without tensors has an empty list, which Keras writes as one of numbers. */
  private static List<String> texts(Attribute attribute) {
    return attribute.getData() instanceof String[] texts
        ? ImmutableList.copyOf(texts)
        : ImmutableList.of();
  }
}
