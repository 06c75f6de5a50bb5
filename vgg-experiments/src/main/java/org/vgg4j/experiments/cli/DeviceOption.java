package org.vgg4j.experiments.cli;

import org.vgg4j.core.graph.Device;
import picocli.CommandLine.Option;

/** The options {@code --device} and {@code --threads}. */
final class DeviceOption {
  @Option(
      names = "--device",
      defaultValue = "cpu",
      description = "cpu, gpu or gpu:1 (default: ${DEFAULT-VALUE})")
  private String device = "cpu";

  @Option(
      names = "--threads",
      defaultValue = "0",
      description = "threads; part of what decides the bits of a result (default: all)")
  private int threads;

  Device device() {
    Device parsed = Device.parse(device);
    return threads > 0 ? parsed.withThreads(threads) : parsed;
  }
}
