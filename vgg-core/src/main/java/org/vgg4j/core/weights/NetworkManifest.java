package org.vgg4j.core.weights;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.base.Joiner;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vgg4j.core.Problem;
import org.vgg4j.core.spec.NetworkNotation;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.spec.Parameter;
import org.vgg4j.core.spec.Preprocessing;

/**
 * What a file of weights says of its network, in its metadata: all that one needs to use them.
 *
 * @param network the network, for the classes of its training data
 * @param crop side in pixels of the crops it was trained on
 * @param preprocessing what happens to a pixel before the first layer
 * @param classNames what the classes are called, in the order of the scores; none where unknown
 * @param source which file of another program the weights come from: {@code file}, {@code sha256}
 *     and how it was read; nothing where they were trained here
 */
public record NetworkManifest(
    NetworkSpec network,
    int crop,
    Preprocessing preprocessing,
    List<String> classNames,
    Map<String, String> source) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CLASS_NAMES = "classNames";
  private static final String SOURCE = "source.";

  public NetworkManifest {
    classNames = ImmutableList.copyOf(classNames);
    source = ImmutableSortedMap.copyOf(source);
    checkArgument(
        classNames.isEmpty() || classNames.size() == network.classes(),
        "there are %s class names for %s classes",
        classNames.size(),
        network.classes());
  }

  /** Weights that were trained here, for classes without names. */
  public NetworkManifest(NetworkSpec network, int crop, Preprocessing preprocessing) {
    this(network, crop, preprocessing, ImmutableList.of(), ImmutableMap.of());
  }

  /** The same for a network that differs in what needs no other weights. */
  public NetworkManifest with(NetworkSpec other) {
    return new NetworkManifest(other, crop, preprocessing, classNames, source);
  }

  /** The same with something else done to a pixel before the first layer. */
  public NetworkManifest with(Preprocessing other) {
    return new NetworkManifest(network, crop, other, classNames, source);
  }

  /** The manifest as metadata. */
  public ImmutableMap<String, String> metadata() {
    ImmutableMap.Builder<String, String> metadata =
        ImmutableMap.<String, String>builder()
            .put("network", NetworkNotation.print(network))
            .put("classes", Integer.toString(network.classes()))
            .put("crop", Integer.toString(crop))
            .put("mean", Joiner.on(' ').join(preprocessing.mean()))
            .put("scale", Joiner.on(' ').join(preprocessing.factors()));
    if (!classNames.isEmpty()) {
      metadata.put(CLASS_NAMES, JSON.valueToTree(classNames).toString());
    }
    source.forEach((key, value) -> metadata.put(SOURCE + key, value));
    return metadata.buildOrThrow();
  }

  /**
   * Reads the manifest of a file and checks that the file has every parameter in its shape.
   *
   * @throws Problem if the metadata are incomplete, or at the first parameter that does not fit
   */
  public static NetworkManifest of(TensorFile file) {
    NetworkManifest manifest = parsed(file);
    manifest.checkFits(file);
    return manifest;
  }

  /**
   * What a file says of its network, whatever its tensors are called: a network that went out says
   * it too. Empty where it says nothing.
   *
   * @throws Problem if the metadata are incomplete
   */
  public static Optional<NetworkManifest> stated(TensorFile file) {
    return file.metadata().containsKey("network") ? Optional.of(parsed(file)) : Optional.empty();
  }

  private static NetworkManifest parsed(TensorFile file) {
    try {
      return new NetworkManifest(
          NetworkNotation.parse(file.metadata("network"))
              .withClasses(Integer.parseInt(file.metadata("classes"))),
          Integer.parseInt(file.metadata("crop")),
          preprocessing(file),
          classNames(file),
          source(file));
    } catch (IllegalArgumentException | JsonProcessingException e) {
      throw Problem.data(
              file.path().toString(),
              "has metadata that make no sense (" + e.getMessage() + ")",
              "get or make it again")
          .causedBy(e);
    }
  }

  private static Preprocessing preprocessing(TensorFile file) {
    List<Double> mean = numbers(file.metadata("mean"));
    List<Double> factors = numbers(file.metadata("scale"));
    return factors.size() == 1
        ? new Preprocessing(mean, factors.get(0))
        : new Preprocessing(mean, factors);
  }

  private static List<String> classNames(TensorFile file) throws JsonProcessingException {
    String names = file.metadata().getOrDefault(CLASS_NAMES, "[]");
    List<String> read = JSON.readValue(names, new TypeReference<List<String>>() {});
    checkArgument(!read.contains(null), "a class has no name");
    return read;
  }

  private static ImmutableMap<String, String> source(TensorFile file) {
    Map<String, String> entries = Maps.filterKeys(file.metadata(), key -> key.startsWith(SOURCE));
    return entries.entrySet().stream()
        .collect(
            ImmutableMap.toImmutableMap(
                entry -> entry.getKey().substring(SOURCE.length()), Map.Entry::getValue));
  }

  /**
   * Checks that a file has every parameter of this network in its shape.
   *
   * @throws Problem at the first that it lacks or that has another shape
   */
  public void checkFits(TensorFile file) {
    for (Parameter parameter : network.parameters(crop)) {
      if (!file.has(parameter.name())) {
        throw misfit(file, "there is no " + parameter.name());
      }
      if (!file.shape(parameter.name()).equals(parameter.shape())) {
        throw misfit(
            file,
            "%s has shape %s, not %s"
                .formatted(parameter.name(), file.shape(parameter.name()), parameter.shape()));
      }
    }
  }

  private Problem misfit(TensorFile file, String what) {
    return Problem.data(
        file.path().toString(),
        "does not hold network " + network.name() + " for crops of " + crop + " pixels: " + what,
        "give the weights of this very network, width and number of classes");
  }

  private static List<Double> numbers(String text) {
    return Splitter.on(' ').splitToStream(text).map(Double::valueOf).toList();
  }
}
