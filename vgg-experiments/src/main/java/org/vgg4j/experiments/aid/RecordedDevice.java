package org.vgg4j.experiments.aid;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vgg4j.core.graph.Device;

/** Where something was computed, by what was written of it. */
final class RecordedDevice {
  private static final Pattern TEXT = Pattern.compile("(\\S+), (\\d+) threads");

  private RecordedDevice() {}

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
    Matcher matcher = TEXT.matcher(text);
    return matcher.matches()
        ? Device.parse(matcher.group(1)).withThreads(Integer.parseInt(matcher.group(2)))
        : Device.cpu();
  }
}
