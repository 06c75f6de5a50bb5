package org.vgg4j.experiments.cli;

import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.spec.Width;
import org.vgg4j.experiments.bench.EvaluationBench;
import org.vgg4j.experiments.bench.NetworkBench;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the measurements of networks have in common. */
final class BenchOptions {
  @Option(
      names = "--network",
      required = true,
      completionCandidates = Candidates.Networks.class,
      description = "name of the network")
  private String network = "";

  @Option(
      names = "--batch",
      defaultValue = "8",
      description = "images in a batch (default: ${DEFAULT-VALUE})")
  private int batch;

  @Option(
      names = "--size",
      defaultValue = "224",
      description = "side of the images in pixels (default: ${DEFAULT-VALUE})")
  private int size;

  @Option(
      names = "--runs",
      defaultValue = "5",
      description = "measured batches, after a warm-up (default: ${DEFAULT-VALUE})")
  private int runs;

  @Mixin private NetworksOption networks = new NetworksOption();
  @Mixin private DeviceOption device = new DeviceOption();

  EvaluationBench evaluation(Width width) {
    NetworkSpec scaled = networks.catalogue().network(network).scaledBy(width);
    return new EvaluationBench(scaled, size, batch, runs, device.device());
  }

  NetworkBench bench() {
    return new NetworkBench(
        networks.catalogue().network(network), size, batch, runs, device.device());
  }
}
