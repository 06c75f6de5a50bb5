package org.vgg4j.experiments;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What of a processor decides how TensorFlow rounds: its instructions choose the kernels, its make
 * and caches how these divide their sums. Equal texts, equal bits, as far as is known.
 */
final class ProcessorKind {
  /** What stands for a processor of which nothing is known: equal to no other. */
  static final String UNKNOWN = "#unknown";

  private static final String KERNELS = "TF_ENABLE_ONEDNN_OPTS";
  private static final Path LINUX = Path.of("/proc/cpuinfo");
  private static final int DIGITS = 6;

  /** Instructions that kernels are chosen by, the oldest first. */
  private static final ImmutableList<String> INSTRUCTIONS =
      ImmutableList.of(
          "avx",
          "fma",
          "avx2",
          "avx512f",
          "avx512_vnni",
          "avx512_bf16",
          "amx_tile",
          "asimd",
          "asimddp",
          "sve",
          "sve2");

  private static final ImmutableList<String> MAKE =
      ImmutableList.of("vendor_id", "cpu family", "model", "cache size", "CPU part");

  private ProcessorKind() {}

  /**
   * Such as {@code avx2 #1a2b3c}: the newest instructions, and a hash of all that matters; {@code
   * #unknown} where the system does not say.
   */
  static String text() {
    try {
      return text(Files.readAllLines(LINUX), Optional.ofNullable(System.getenv(KERNELS)));
    } catch (IOException e) {
      return UNKNOWN;
    }
  }

  /**
   * The same.
   *
   * @param lines of Linux's description of its processors; the first counts
   * @param kernels whether TensorFlow was told to use its fast kernels; empty where nobody said
   */
  static String text(List<String> lines, Optional<String> kernels) {
    Map<String, String> first = firstOf(lines);
    List<String> known = Splitter.on(' ').splitToList(flags(first));
    List<String> has = INSTRUCTIONS.stream().filter(known::contains).toList();
    List<String> make = MAKE.stream().map(key -> first.getOrDefault(key, "")).toList();
    if (has.isEmpty() && make.stream().allMatch(String::isEmpty)) {
      return UNKNOWN;
    }
    String newest = has.isEmpty() ? "" : has.get(has.size() - 1) + " ";
    return newest + "#" + hash(ImmutableList.of(has, make, List.of(kernels.orElse("-"))));
  }

  private static Map<String, String> firstOf(List<String> lines) {
    Map<String, String> values = new TreeMap<>();
    for (String line : lines) {
      List<String> parts = Splitter.on(':').limit(2).trimResults().splitToList(line);
      if (parts.size() == 2) {
        values.putIfAbsent(parts.get(0), parts.get(1));
      }
    }
    return values;
  }

  private static String flags(Map<String, String> values) {
    return values.getOrDefault("flags", values.getOrDefault("Features", ""));
  }

  private static String hash(Collection<List<String>> parts) {
    return Hashing.sha256().hashString(parts.toString(), UTF_8).toString().substring(0, DIGITS);
  }
}
