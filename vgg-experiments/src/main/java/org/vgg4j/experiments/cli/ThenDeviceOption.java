package org.vgg4j.experiments.cli;

import java.util.Optional;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.graph.Device;
import org.vgg4j.experiments.aid.ProcessDevice;
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
  private Optional<Device> device() {
    if (device == null && threads == null) {
      return Optional.empty();
    }
    Device on = Device.parse(device == null ? "cpu" : device);
    return Optional.of(threads == null ? on : on.withThreads(Math.max(1, threads)));
  }

  /** Where this process does things again, with the threads that were used then. */
  ProcessDevice processDevice(IntSupplier then) {
    Optional<Device> asked = device();
    return new ProcessDevice(asked, asked.map(Device::threads).orElseGet(then::getAsInt));
  }
}
