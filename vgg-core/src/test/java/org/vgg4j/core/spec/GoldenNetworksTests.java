package org.vgg4j.core.spec;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.vgg4j.core.AtomicFile;

/** A line of networks.txt is covered as soon as it is written. */
class GoldenNetworksTests {
  private static final Path GOLDEN =
      Path.of("src/test/resources/org/vgg4j/core/spec/networks.golden.txt");
  private static final String HEADER =
      "# network  weight layers  parameters  multiply-adds, for crops of 224 pixels\n";

  @Test
  void everyShippedNetworkHasItsCounts() throws IOException {
    String counts =
        NetworkCatalogue.shipped().names().stream()
            .map(GoldenNetworksTests::counts)
            .collect(joining("", HEADER, ""));
    if (Boolean.getBoolean("golden.write")) {
      AtomicFile.write(GOLDEN, counts);
    }
    assertThat(Files.readString(GOLDEN))
        .as(
            "networks.txt or its meaning changed; if that is wanted, run ./mvnw test -pl vgg-core"
                + " -Dtest=GoldenNetworksTests -Dgolden.write=true and review the difference")
        .isEqualTo(counts);
  }

  private static String counts(String name) {
    NetworkSpec network = NetworkCatalogue.shipped().network(name);
    return String.format(
        Locale.ROOT,
        "%-9s  %2d  %,11d  %,14d\n",
        name,
        network.weightLayers(),
        network.parameterCount(224),
        network.multiplyAdds(224));
  }
}
