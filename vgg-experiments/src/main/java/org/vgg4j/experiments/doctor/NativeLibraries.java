package org.vgg4j.experiments.doctor;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the loader looks for shared libraries.
 *
 * @param machine whose
 */
record NativeLibraries(Machine machine) {
  /** Where distributions put them. */
  static final ImmutableList<String> FOLDERS =
      ImmutableList.of(
          "/lib/x86_64-linux-gnu",
          "/usr/lib/x86_64-linux-gnu",
          "/lib/aarch64-linux-gnu",
          "/usr/lib/aarch64-linux-gnu",
          "/lib64",
          "/usr/lib64",
          "/usr/lib",
          "/lib",
          "/usr/local/lib",
          "/usr/lib/wsl/lib",
          "/usr/local/nvidia/lib64",
          "/usr/local/cuda/lib64",
          "/usr/local/cuda/targets/x86_64-linux/lib");

  private static final Splitter COLON = Splitter.on(':').omitEmptyStrings();

  /** The file of a library, such as {@code libcuda.so.1}. */
  Optional<Path> find(String name) {
    return folders().stream().map(folder -> folder.resolve(name)).filter(Files::exists).findFirst();
  }

  /** Those of the names that are nowhere. */
  List<String> missing(List<String> names) {
    return names.stream().filter(name -> find(name).isEmpty()).toList();
  }

  private Set<Path> folders() {
    Set<Path> folders = new LinkedHashSet<>();
    COLON
        .splitToStream(machine.variable("LD_LIBRARY_PATH").orElse(""))
        .forEach(folder -> folders.add(Path.of(folder)));
    FOLDERS.forEach(folder -> folders.add(machine.path(folder)));
    return folders;
  }
}
