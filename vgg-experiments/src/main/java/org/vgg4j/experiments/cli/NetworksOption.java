package org.vgg4j.experiments.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.spec.NetworkCatalogue;
import picocli.CommandLine.Option;

/** The option {@code --networks}. */
final class NetworksOption {
  @Option(
      names = "--networks",
      paramLabel = "FILE",
      description = "networks of your own, one a line, beside the shipped ones")
  private @Nullable Path file;

  NetworkCatalogue catalogue() {
    NetworkCatalogue shipped = NetworkCatalogue.shipped();
    return file == null ? shipped : shipped.with(file);
  }
}
