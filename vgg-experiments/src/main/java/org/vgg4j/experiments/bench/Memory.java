package org.vgg4j.experiments.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How much memory this process takes. */
final class Memory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final long MEBIBYTE = 1 << 20;

  private Memory() {}

  /** Java's objects, with those that wait to be collected. */
  static long heapMebibytes() {
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / MEBIBYTE;
  }

  /** What the process has in main memory besides Java's heap, as far as that can be told apart. */
  static long nativeMebibytes() {
    return residentMebibytes() - Runtime.getRuntime().totalMemory() / MEBIBYTE;
  }

  /** All that the process has in main memory, native memory too; 0 where Linux is not there. */
  static long residentMebibytes() {
    try (Stream<String> lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .map(line -> line.replaceAll("\\D", ""))
          .mapToLong(Long::parseLong)
          .map(kibibytes -> kibibytes >> 10)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
