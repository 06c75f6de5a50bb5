package org.vgg4j.experiments.doctor;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vgg4j.experiments.table.Numbers;

/**
 * Memory of the machine, of the container and of Java.
 *
 * @param heap bytes that Java may take
 */
record MemoryCheck(Machine machine, long heap) {
  /** What the smoke preset needs, with room. */
  private static final long ENOUGH = 2L << 30;

  /** TensorFlow's memory lies outside of Java's. */
  private static final double LARGEST_SHARE = 0.7;

  private static final Pattern TOTAL = Pattern.compile("MemTotal:\\s+(\\d{1,15}) kB");
  private static final Pattern AVAILABLE = Pattern.compile("MemAvailable:\\s+(\\d{1,15}) kB");

  List<Finding> findings() {
    OptionalLong limit = limit();
    OptionalLong total = kilobytes(TOTAL);
    ImmutableList.Builder<Finding> findings = ImmutableList.builder();
    findings.add(total(total, limit));
    long usable = Math.min(total.orElse(Long.MAX_VALUE), limit.orElse(Long.MAX_VALUE));
    String share = Numbers.bytes(heap) + " for Java";
    findings.add(
        heap > usable * LARGEST_SHARE
            ? Finding.warning(
                "heap",
                share + ", which leaves TensorFlow too little",
                "set VGG_JAVA_OPTIONS=-Xmx to half of the memory")
            : Finding.ok("heap", share + "; VGG_JAVA_OPTIONS=-Xmx8g changes it"));
    return findings.build();
  }

  private Finding total(OptionalLong total, OptionalLong limit) {
    if (total.isEmpty()) {
      return Finding.ok("memory", "of unknown size");
    }
    String what = Numbers.bytes(total.getAsLong()) + available() + limited(limit);
    return Math.min(total.getAsLong(), limit.orElse(Long.MAX_VALUE)) < ENOUGH
        ? Finding.warning("memory", what, "the smoke preset wants " + Numbers.bytes(ENOUGH))
        : Finding.ok("memory", what);
  }

  private String available() {
    OptionalLong available = kilobytes(AVAILABLE);
    return available.isEmpty() ? "" : ", " + Numbers.bytes(available.getAsLong()) + " available";
  }

  private static String limited(OptionalLong limit) {
    return limit.isEmpty()
        ? ", no container limit"
        : ", container limit " + Numbers.bytes(limit.getAsLong());
  }

  /** Of control groups, version 2, then 1. A limit beyond any machine is none. */
  private OptionalLong limit() {
    Optional<String> text =
        machine
            .text("/sys/fs/cgroup/memory.max")
            .or(() -> machine.text("/sys/fs/cgroup/memory/memory.limit_in_bytes"));
    return text.filter(value -> value.matches("\\d{1,15}"))
        .map(value -> OptionalLong.of(Long.parseLong(value)))
        .orElse(OptionalLong.empty());
  }

  private OptionalLong kilobytes(Pattern line) {
    Matcher matcher = line.matcher(machine.text("/proc/meminfo").orElse(""));
    return matcher.find()
        ? OptionalLong.of(Long.parseLong(matcher.group(1)) << 10)
        : OptionalLong.empty();
  }
}
