package org.vgg4j.data.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vgg4j.data.image.Decoding;
import org.vgg4j.data.source.FakeImages;

class StatisticsCacheTests {
  @TempDir private Path folder;
  private final AtomicInteger decoded = new AtomicInteger();

  private ColourStatistics of(int images, Decoding decoding) {
    return new StatisticsCache(Optional.of(folder), decoding)
        .of(new FakeImages(images), 2, decoded::addAndGet);
  }

  @Test
  void statisticsAreComputedOnce() {
    ColourStatistics first = of(20, Decoding.EXACT);
    assertThat(of(20, Decoding.EXACT)).isEqualTo(first);
    assertThat(decoded).hasValue(20);
  }

  @Test
  void anotherDataSetAndAnotherDecodingHaveTheirOwn() {
    of(20, Decoding.EXACT);
    of(21, Decoding.EXACT);
    of(20, new Decoding(true, Optional.empty(), false));
    assertThat(decoded).hasValue(61);
    assertThat(folder).isDirectoryContaining("glob:**.json");
  }

  @Test
  void aDamagedFileIsWrittenAnew() throws IOException {
    ColourStatistics first = of(20, Decoding.EXACT);
    try (var files = Files.list(folder)) {
      Files.writeString(files.findFirst().orElseThrow(), "{");
    }
    assertThat(of(20, Decoding.EXACT)).isEqualTo(first);
    assertThat(of(20, Decoding.EXACT)).isEqualTo(first);
    assertThat(decoded).hasValue(40);
  }
}
