package org.vgg4j.experiments.gate;

import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import org.vgg4j.core.Problem;
import org.vgg4j.core.graph.Device;

/** Finds out what the program computes now; trains nothing. */
public record Measurement(Path out, Device device) {
  /**
   * Everything but speed.
   *
   * @throws Problem if the output folder can't be read
   */
  public Reference taken() {
    GuardedFolder output = new GuardedFolder(out);
    ImmutableMap.Builder<String, String> exact =
        ImmutableMap.<String, String>builder()
            .putAll(output.facts())
            .putAll(CropFacts.all())
            .putAll(new NetworkFacts(device).all());
    try (ProbeImages images = ProbeImages.drawn(device.threads())) {
      exact.putAll(new ImageFacts(images.images(), device.threads()).all());
      return new Reference(
          exact.buildOrThrow(),
          new Probes(images.images(), device).all(),
          output.records(),
          ImmutableMap.of());
    }
  }

  /** Everything. */
  public Reference takenWithSpeed() {
    Reference without = taken();
    return new Reference(
        without.exact(), without.probes(), without.cells(), SpeedProbe.measured(device));
  }
}
