package org.vgg4j.eval;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import org.vgg4j.core.Problem;
import org.vgg4j.core.graph.Averaging;
import org.vgg4j.core.graph.Device;
import org.vgg4j.core.graph.InferenceDefinition;
import org.vgg4j.core.graph.InferenceGraph;
import org.vgg4j.core.graph.ScoreMaps;
import org.vgg4j.core.spec.LayerSpec.FullyConnected;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.weights.NetworkManifest;
import org.vgg4j.core.weights.TensorFile;

/** A trained network, from its weights file, ready to score images. */
public final class Predictor implements ClassScorer, AutoCloseable {
  private final NetworkManifest manifest;
  private final InferenceGraph graph;

  /**
   * Loads the weights and builds the network that they say they belong to.
   *
   * @throws Problem if the file is damaged or does not fit its own manifest
   */
  public Predictor(Path weights, Device device) {
    this(weights, device, manifestOf(weights));
  }

  /**
   * Loads the weights for a test protocol, whose pooling may round otherwise than the network's.
   *
   * @throws Problem if the file is damaged, or with that pooling other weights would be needed
   */
  public Predictor(Path weights, Device device, TestProtocol protocol) {
    this(weights, device, pooledBy(protocol, manifestOf(weights)));
  }

  /**
   * Loads the weights into a network that is not quite the one that they say they belong to, such
   * as one with another mean pixel.
   *
   * @throws Problem if the file is damaged, or the network needs other weights
   */
  public Predictor(Path weights, Device device, NetworkManifest manifest) {
    TensorFile file = TensorFile.open(weights);
    this.manifest = manifest;
    manifest.checkFits(file);
    this.graph =
        new InferenceGraph(
            device,
            new InferenceDefinition(manifest.network(), manifest.crop(), manifest.preprocessing()));
    try {
      graph.parameters().forEach(p -> graph.write(p, file.floats(p.name())));
    } catch (RuntimeException e) {
      graph.close();
      throw e;
    }
  }

  private static NetworkManifest manifestOf(Path weights) {
    TensorFile file = TensorFile.open(weights);
    if (!file.metadata().containsKey("network")) {
      throw Problem.data(
          weights.toString(),
          "does not tell which network it holds (its metadata lack network)",
          "bring other programs' files in by vgg weights import " + weights);
    }
    return NetworkManifest.of(file);
  }

  private static NetworkManifest pooledBy(TestProtocol protocol, NetworkManifest stored) {
    return stored.with(protocol.appliedTo(stored.network()));
  }

  @Override
  public int classes() {
    return manifest.network().classes();
  }

  @Override
  public ImmutableList<String> classNames() {
    return ImmutableList.copyOf(manifest.classNames());
  }

  @Override
  public int crop() {
    return manifest.crop();
  }

  /**
   * {@inheritDoc}
   *
   * @throws Problem if the images are too small to give a score at a single position
   */
  @Override
  public float[] posteriors(byte[] pixels, int height, int width, Averaging averaging) {
    checkRoom(height, width);
    return graph.posteriors(pixels, height, width, averaging);
  }

  /**
   * The class score map of one whole image.
   *
   * @param pixels uint8 (height, width, 3), RGB
   * @throws Problem if the image is too small to give a score at a single position
   */
  public ScoreMaps scoreMap(byte[] pixels, int height, int width) {
    checkRoom(height, width);
    return graph.scoreMaps(pixels, height, width);
  }

  /** The network, as the protocol lets it pool. */
  public NetworkSpec network() {
    return manifest.network();
  }

  private void checkRoom(int height, int width) {
    int side = Math.min(height, width);
    if (side < crop() && lastFeatureMap(side) < lastFeatureMap(crop())) {
      throw Problem.configuration(
          "images of %d x %d pixels".formatted(height, width),
          "are too small for network %s, trained on crops of %d pixels"
              .formatted(manifest.network().name(), crop()),
          "use a larger test scale Q");
    }
  }

  /**
   * Side of the feature map that the first fully-connected layer sees of square images; 0 where a
   * layer before it has no room.
   */
  private int lastFeatureMap(int side) {
    try {
      return placedFeatureMap(side);
    } catch (Problem e) {
      return 0;
    }
  }

  private int placedFeatureMap(int side) {
    return manifest.network().placedAt(side).stream()
        .filter(placed -> placed.layer() instanceof FullyConnected)
        .findFirst()
        .orElseThrow()
        .input()
        .height();
  }

  @Override
  public void close() {
    graph.close();
  }
}
