package org.vgg4j.experiments.aid;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vgg4j.core.graph.Device;

/**
 * Where something was computed, by what was written of it.
 *
 * @param kind such as {@code cpu} or {@code gpu:1}
 * @param threads one or more
 */
record RecordedDevice(String kind, int threads) {
  private static final Pattern TEXT = Pattern.compile("(\\S+), (\\d{1,6}) threads");

  /** What {@code "cpu, 4 threads"} says; empty where the text is another. */
  static Optional<RecordedDevice> read(String text) {
    Matcher matcher = TEXT.matcher(text);
    return matcher.matches()
        ? Optional.of(new RecordedDevice(matcher.group(1), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  /** Of the metadata of posteriors. */
  static Device of(Map<String, String> metadata) {
    return parse(
        metadata.getOrDefault("device", "")
            + ", "
            + metadata.getOrDefault("threads", "")
            + " threads");
  }

  /** Of {@code "cpu, 4 threads"}; the processor with all threads where the text is another. */
  static Device parse(String text) {
    return read(text)
        .map(device -> Device.parse(device.kind).withThreads(device.threads))
        .orElseGet(Device::cpu);
  }
}
