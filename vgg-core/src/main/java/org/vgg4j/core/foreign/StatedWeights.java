package org.vgg4j.core.foreign;

import java.nio.file.Path;
import java.util.Optional;
import org.vgg4j.core.spec.Preprocessing;
import org.vgg4j.core.weights.NetworkManifest;
import org.vgg4j.core.weights.TensorFile;

/**
 * What a safetensors file of this program says of itself, so that one that went out comes back as
 * the same network without a word from the user.
 *
 * @param manifest the network; mean and scale in the order of the file's channels
 * @param convention the orders of axes, and what the network expects of pixels
 */
public record StatedWeights(NetworkManifest manifest, Convention convention) {

  /**
   * Reads the metadata of a file; empty where they are not those of this program.
   *
   * @throws org.vgg4j.core.Problem if the file can't be read or its metadata make no sense
   */
  public static Optional<StatedWeights> of(Path file) {
    TensorFile tensors = TensorFile.open(file);
    return NetworkManifest.stated(tensors)
        .map(manifest -> new StatedWeights(manifest, convention(manifest, tensors)));
  }

  private static Convention convention(NetworkManifest manifest, TensorFile file) {
    boolean torch = file.metadata().getOrDefault("format", "").equals("pt");
    ChannelOrder channels =
        ChannelOrder.named(file.metadata().getOrDefault("channels", ChannelOrder.RGB.toString()));
    Preprocessing stated = manifest.preprocessing();
    Preprocessing redFirst =
        new Preprocessing(channels.arranged(stated.mean()), channels.arranged(stated.scale()));
    return new Convention(
        Convention.parse(torch ? "pytorch" : "tensorflow").layout(),
        Optional.of(new Convention.Input(channels, redFirst)));
  }

  /** The order in which the network takes the channels of a pixel. */
  public ChannelOrder channels() {
    return convention.input().map(Convention.Input::channels).orElse(ChannelOrder.RGB);
  }
}
