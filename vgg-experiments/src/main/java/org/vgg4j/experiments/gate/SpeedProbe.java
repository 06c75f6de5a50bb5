package org.vgg4j.experiments.gate;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import org.vgg4j.core.graph.Device;
import org.vgg4j.core.spec.NetworkCatalogue;
import org.vgg4j.core.spec.Width;
import org.vgg4j.experiments.bench.NetworkBench;

/**
 * How fast a network is in units of a matrix product of the same minute, so that machines agree.
 */
final class SpeedProbe {
  private static final Width WIDTH = new Width(1, 4);
  private static final int CROP = 64;
  private static final int BATCH = 32;
  private static final int RUNS = 7;

  private SpeedProbe() {}

  /** GFLOP/s over those of the matrix product, by name. */
  static Map<String, Double> measured(Device device) {
    NetworkBench bench =
        new NetworkBench(
            NetworkCatalogue.shipped().network("D").scaledBy(WIDTH), CROP, BATCH, RUNS, device);
    return ImmutableMap.of(
        "forward passes", Probes.rounded(bench.inference().ratio()),
        "training steps", Probes.rounded(bench.training().ratio()));
  }
}
