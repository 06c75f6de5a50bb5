package org.vgg4j.experiments.sensitivity;

import org.vgg4j.core.foreign.ChannelOrder;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.spec.Preprocessing;
import org.vgg4j.core.weights.NetworkManifest;
import org.vgg4j.data.image.Decoding;
import org.vgg4j.data.image.Filter;
import org.vgg4j.eval.ClassScorer;
import org.vgg4j.eval.TestProtocol;

/**
 * All that decides the result of a test, but for the weights and the images.
 *
 * @param network the layers, with the pooling that counts, and what happens to a pixel before them
 * @param protocol what the network sees of an image
 * @param filter how images are rescaled
 * @param decoding how image files become pixels
 * @param channels the order in which the network is shown the colours of a pixel; it wants RGB
 * @param labels which score is taken for which class
 */
public record Setup(
    NetworkManifest network,
    TestProtocol protocol,
    Filter filter,
    Decoding decoding,
    ChannelOrder channels,
    LabelOrder labels) {

  /** A test as it should be. */
  public static Setup of(
      NetworkManifest stored, TestProtocol protocol, Filter filter, Decoding decoding) {
    NetworkManifest network = stored.with(protocol.appliedTo(stored.network()));
    return new Setup(network, protocol, filter, decoding, ChannelOrder.RGB, LabelOrder.GIVEN);
  }

  Setup with(NetworkSpec layers) {
    return new Setup(network.with(layers), protocol, filter, decoding, channels, labels);
  }

  Setup with(Preprocessing preprocessing) {
    return new Setup(network.with(preprocessing), protocol, filter, decoding, channels, labels);
  }

  Setup with(TestProtocol other) {
    return new Setup(network, other, filter, decoding, channels, labels);
  }

  Setup with(Filter other) {
    return new Setup(network, protocol, other, decoding, channels, labels);
  }

  Setup with(Decoding other) {
    return new Setup(network, protocol, filter, other, channels, labels);
  }

  Setup with(ChannelOrder other) {
    return new Setup(network, protocol, filter, decoding, other, labels);
  }

  Setup with(LabelOrder other) {
    return new Setup(network, protocol, filter, decoding, channels, other);
  }

  /** The network as it is shown images. */
  ClassScorer shown(ClassScorer scorer) {
    return channels == ChannelOrder.RGB ? scorer : new BlueFirst(scorer);
  }

  /** Whether the same weights do for another setup. */
  boolean sharesWeightsWith(Setup other) {
    return network
        .network()
        .parameters(network.crop())
        .equals(other.network.network().parameters(other.network.crop()));
  }
}
