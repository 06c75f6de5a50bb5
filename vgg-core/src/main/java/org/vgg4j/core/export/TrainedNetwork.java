package org.vgg4j.core.export;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import org.vgg4j.core.foreign.ChannelOrder;
import org.vgg4j.core.spec.Parameter;
import org.vgg4j.core.spec.Parameter.Role;
import org.vgg4j.core.spec.PlacedLayer;
import org.vgg4j.core.spec.Preprocessing;
import org.vgg4j.core.weights.KernelAxes;
import org.vgg4j.core.weights.NetworkManifest;
import org.vgg4j.core.weights.TensorFile;

/**
 * The network that goes out, in our names and order of axes, for pixels whose channels come in some
 * order.
 *
 * @param file the weights
 * @param manifest what the file says of its network
 * @param channels in which order the exported network takes the channels of a pixel
 */
record TrainedNetwork(TensorFile file, NetworkManifest manifest, ChannelOrder channels) {

  List<PlacedLayer> layers() {
    return manifest.network().placedAt(manifest.crop());
  }

  /** What happens to a pixel before the first layer, in the order of the exported channels. */
  Preprocessing preprocessing() {
    Preprocessing ours = manifest.preprocessing();
    return new Preprocessing(channels.arranged(ours.mean()), channels.arranged(ours.scale()));
  }

  /** The values of a parameter in our order of axes, row-major, for the exported channels. */
  float[] values(Parameter parameter) {
    float[] values = file.floats(parameter.name());
    return channels == ChannelOrder.BGR && seesPixels(parameter)
        ? KernelAxes.inputsReversed(parameter.shape(), values)
        : values;
  }

  private boolean seesPixels(Parameter parameter) {
    return manifest.network().parameters(manifest.crop()).stream()
        .filter(candidate -> candidate.role() == Role.WEIGHTS)
        .findFirst()
        .filter(parameter::equals)
        .isPresent();
  }

  /** What a reader of the exported file must know. */
  ImmutableMap<String, String> metadata() {
    NetworkManifest exported =
        new NetworkManifest(
            manifest.network(),
            manifest.crop(),
            preprocessing(),
            manifest.classNames(),
            manifest.source());
    return ImmutableMap.<String, String>builder()
        .putAll(exported.metadata())
        .put("channels", channels.toString())
        .buildOrThrow();
  }
}
