package org.vgg4j.core.foreign;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vgg4j.core.Problem;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.spec.Parameter;
import org.vgg4j.core.weights.NetworkManifest;
import org.vgg4j.core.weights.TensorFileWriter;

/**
 * Other people's weights on their way to a weights file of ours. All shapes are checked beforehand;
 * then one tensor after the other goes through memory. Our networks take RGB: the first layer's
 * input channels are reversed where theirs took BGR.
 */
public final class WeightsImport {
  private final ForeignFile file;
  private final ImportSettings settings;
  private final NetworkSpec network;
  private final ImmutableList<Assignment> assignments;
  private final Optional<RandomHead> head;

  private WeightsImport(
      ForeignFile file,
      ImportSettings settings,
      NetworkSpec network,
      ImmutableList<Assignment> assignments,
      Optional<RandomHead> head) {
    this.file = file;
    this.settings = settings;
    this.network = network;
    this.assignments = assignments;
    this.head = head;
  }

  /**
   * Finds the tensor of each parameter and checks the shapes.
   *
   * @param place where the file lies
   * @throws Problem if the file does not hold the network, at the first tensor that does not fit
   */
  public static WeightsImport of(Path place, ForeignFile file, ImportSettings settings) {
    return of(place, file, settings, Optional.empty());
  }

  /**
   * The same for a file that may lack its fully-connected layers.
   *
   * @param head what stands in for them; then the file must lack them all
   */
  public static WeightsImport of(
      Path place, ForeignFile file, ImportSettings settings, Optional<RandomHead> head) {
    try {
      return head.map(random -> topless(file, settings, random))
          .orElseGet(() -> checked(file, settings));
    } catch (Misfit e) {
      throw Problem.data(
              place.toString(),
              "does not hold network " + settings.network().name() + ": " + e.what(),
              remedy(file, settings))
          .causedBy(e);
    }
  }

  private static WeightsImport checked(ForeignFile file, ImportSettings settings) {
    Assignments all = new Assignments(file.tensors(), settings.names());
    int classes = all.classes(settings.network(), settings.crop());
    settings.checkNames(classes);
    NetworkSpec network = settings.network().withClasses(classes);
    ImmutableList<Assignment> assignments = all.of(network, settings.crop());
    new ShapeCheck(settings.layout()).check(assignments);
    return new WeightsImport(file, settings, network, assignments, Optional.empty());
  }

  private static WeightsImport topless(ForeignFile file, ImportSettings settings, RandomHead head) {
    settings.checkNames(head.classes());
    NetworkSpec network = settings.network().withClasses(head.classes());
    ImmutableList<Assignment> assignments =
        new Assignments(file.tensors(), settings.names()).ofFeatures(network, settings.crop());
    new ShapeCheck(settings.layout()).check(assignments);
    return new WeightsImport(file, settings, network, assignments, Optional.of(head));
  }

  private static String remedy(ForeignFile file, ImportSettings settings) {
    return LikelyNetwork.of(file.tensors(), settings.layout(), settings.crop())
        .map(
            likely ->
                "it has the layers and shapes of %s with %d classes"
                    .formatted(likely.name(), likely.classes()))
        .orElse(
            "no shipped network has these layers and shapes either: 'vgg weights show' lists them,"
                + " docs/networks.md says how to write a network of your own");
  }

  /** The network, with the classes of the file. */
  public NetworkSpec network() {
    return network;
  }

  /** Whether the fully-connected layers are none of the file's. */
  public boolean isTopless() {
    return head.isPresent();
  }

  /** Tensors of the file that the network has no use for. */
  public ImmutableList<String> unused() {
    ImmutableSet<String> used =
        assignments.stream()
            .map(assignment -> assignment.tensor().name())
            .collect(ImmutableSet.toImmutableSet());
    return file.tensors().stream()
        .filter(tensor -> !used.contains(tensor.name()) && !ForeignLayers.isCounter(tensor))
        .map(ForeignTensor::name)
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Writes the weights file, whole or not at all.
   *
   * @param source what to remember of the file: its name, its checksum
   */
  public void writeTo(Path weights, Map<String, String> source) {
    TensorFileWriter writer = new TensorFileWriter(manifest(source).metadata());
    for (Assignment assignment : assignments) {
      writer.floats(
          assignment.parameter().name(), assignment.parameter().shape(), () -> values(assignment));
    }
    head.ifPresent(random -> writeHead(random, writer));
    writer.writeTo(weights);
  }

  private void writeHead(RandomHead random, TensorFileWriter writer) {
    List<Parameter> parameters = network.parameters(settings.crop());
    for (Parameter parameter : parameters.subList(assignments.size(), parameters.size())) {
      writer.floats(parameter.name(), parameter.shape(), () -> random.values().apply(parameter));
    }
  }

  private NetworkManifest manifest(Map<String, String> source) {
    ImmutableMap.Builder<String, String> complete =
        ImmutableMap.<String, String>builder()
            .putAll(source)
            .put("format", file.format())
            .put("layout", settings.layout().toString())
            .put("channels", settings.input().channels().toString());
    head.ifPresent(random -> complete.put("randomHead", random.origin()));
    return new NetworkManifest(
        network,
        settings.crop(),
        settings.input().preprocessing(),
        settings.classNames(),
        complete.buildOrThrow());
  }

  private float[] values(Assignment assignment) {
    boolean seesPixels = assignment.equals(assignments.get(0));
    ChannelOrder channels = seesPixels ? settings.input().channels() : ChannelOrder.RGB;
    return assignment.values(file.floats(assignment.tensor().name()), settings.layout(), channels);
  }
}
