package org.vgg4j.experiments.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.graph.Device;
import picocli.CommandLine.Option;

/** The options {@code --device} and {@code --threads} of commands that do something again. */
final class ThenDeviceOption {
  @Option(names = "--device", description = "cpu, gpu or gpu:1 (default: as then)")
  private @Nullable String device;

  @Option(
      names = "--threads",
      description = "threads; others than then may give other bits (default: as many as then)")
  private @Nullable Integer threads;

  /** Where to compute; empty for where it was computed then. */
  Optional<Device> device() {
    if (device == null && threads == null) {
      return Optional.empty();
    }
    Device on = Device.parse(device == null ? "cpu" : device);
    return Optional.of(threads == null ? on : on.withThreads(Math.max(1, threads)));
  }

  /** Threads that prepare images. */
  int dataThreads() {
    return threads == null ? Device.cpu().threads() : Math.max(1, threads);
  }
}
