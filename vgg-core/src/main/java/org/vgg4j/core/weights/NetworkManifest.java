package org.vgg4j.core.weights;

import com.google.common.base.Joiner;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import java.util.List;
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
 */
public record NetworkManifest(NetworkSpec network, int crop, Preprocessing preprocessing) {

  /** The manifest as metadata. */
  public ImmutableMap<String, String> metadata() {
    return ImmutableMap.of(
        "network", NetworkNotation.print(network),
        "classes", Integer.toString(network.classes()),
        "crop", Integer.toString(crop),
        "mean", Joiner.on(' ').join(preprocessing.mean()),
        "scale", Double.toString(preprocessing.scale()));
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

  private static NetworkManifest parsed(TensorFile file) {
    try {
      return new NetworkManifest(
          NetworkNotation.parse(file.metadata("network"))
              .withClasses(Integer.parseInt(file.metadata("classes"))),
          Integer.parseInt(file.metadata("crop")),
          new Preprocessing(
              numbers(file.metadata("mean")), Double.parseDouble(file.metadata("scale"))));
    } catch (IllegalArgumentException e) {
      throw Problem.data(
              file.path().toString(),
              "has metadata that make no sense (" + e.getMessage() + ")",
              "get or make it again")
          .causedBy(e);
    }
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
