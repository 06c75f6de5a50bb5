package org.vgg4j.experiments.doctor;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the doctor looks: the files and the environment of a machine.
 *
 * @param root of its files
 * @param environment its variables
 */
public record Machine(Path root, Map<String, String> environment) {
  public Machine {
    environment = ImmutableMap.copyOf(environment);
  }

  /** The machine that this program runs on. */
  public static Machine here() {
    return new Machine(Path.of("/"), System.getenv());
  }

  /** A place on the machine. */
  Path path(String absolute) {
    return root.resolve(absolute.substring(1));
  }

  /** The text of a small file, such as those of the kernel; empty where there is none. */
  Optional<String> text(String absolute) {
    try {
      byte[] bytes = Files.readAllBytes(path(absolute));
      return Optional.of(new String(bytes, StandardCharsets.ISO_8859_1).strip());
    } catch (IOException | SecurityException e) {
      return Optional.empty();
    }
  }

  /** A variable of the environment; empty where it is not set. */
  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }
}
