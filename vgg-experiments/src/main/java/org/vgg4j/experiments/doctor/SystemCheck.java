package org.vgg4j.experiments.doctor;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Operating system and C library: TensorFlow's library is built for some alone.
 *
 * @param name as Java calls the system
 * @param architecture as Java calls it
 */
record SystemCheck(Machine machine, String name, String architecture) {
  private static final ImmutableList<String> BUILT_FOR =
      ImmutableList.of("Linux amd64", "Linux aarch64", "Mac OS X aarch64");
  private static final Pattern VERSION =
      Pattern.compile("GNU C Library.{0,80}version (\\d+\\.\\d+)");

  List<Finding> findings() {
    String system = name + " " + architecture;
    Finding known =
        BUILT_FOR.contains(system)
            ? Finding.ok("system", system)
            : Finding.missing(
                "system",
                system + ", for which TensorFlow's library is not built",
                "use one of " + String.join(", ", BUILT_FOR) + ", or a container");
    return name.equals("Linux") ? List.of(known, cLibrary()) : List.of(known);
  }

  private Finding cLibrary() {
    if (has("/lib", "ld-musl-.*")) {
      return Finding.missing(
          "C library", "musl", "TensorFlow's library wants glibc: use Debian, Ubuntu, Fedora ...");
    }
    for (String folder : NativeLibraries.FOLDERS) {
      Path library = machine.path(folder).resolve("libc.so.6");
      if (Files.isRegularFile(library)) {
        return Finding.ok("C library", "glibc " + version(library));
      }
    }
    return Finding.warning(
        "C library", "of an unknown kind", "see whether TensorFlow loads, in the line below");
  }

  private boolean has(String folder, String pattern) {
    try (Stream<Path> files = Files.list(machine.path(folder))) {
      return files.anyMatch(file -> String.valueOf(file.getFileName()).matches(pattern));
    } catch (IOException e) {
      return false;
    }
  }

  /** The library carries its own name. */
  private String version(Path library) {
    String text = machine.text("/" + machine.root().relativize(library)).orElse("");
    Matcher matcher = VERSION.matcher(text);
    return matcher.find() ? matcher.group(1) : "of unknown version";
  }
}
