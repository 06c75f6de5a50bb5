package org.vgg4j.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code vgg data pack} from outside. */
class DataPackCommandTests {
  private static final String SMALL = "generated:train=12,val=10";

  @TempDir private Path folder;

  private final Terminal terminal = new Terminal();

  private int pack(String format, String... more) {
    return terminal.vgg(
        Stream.concat(
                Stream.of("data", "pack", SMALL, "--to", format, "--out", packed().toString()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private Path packed() {
    return folder.resolve("packed");
  }

  @Test
  void shardsAreWrittenAndCanBeInspected() {
    assertThat(pack("tfrecord", "--images-per-shard", "5", "--smallest-side", "32")).isZero();
    assertThat(terminal.out()).contains("train: 12 images", "use it by --data " + packed());
    assertThat(terminal.err()).contains("packing ", "12 images");
    assertThat(packed().resolve("train-00002-of-00003")).exists();
    assertThat(terminal.vgg("data", "inspect", packed().toString())).isZero();
    assertThat(terminal.out()).contains("layout   tfrecord");
  }

  @Test
  void webDatasetShardsAreTarArchives() {
    assertThat(pack("WebDataset", "--progress", "none")).isZero();
    assertThat(packed().resolve("val-000000.tar")).exists();
    assertThat(terminal.err()).isEmpty();
  }

  @Test
  void otherSettingsInTheSameFolderEndInExitCode3() {
    assertThat(pack("tfrecord")).isZero();
    assertThat(pack("webdataset")).isEqualTo(3);
    assertThat(terminal.err()).contains("packing.yaml: tells of other data or settings than these");
  }

  @Test
  void anUnknownFormatEndsInExitCode2() {
    assertThat(pack("lmdb")).isEqualTo(2);
    assertThat(terminal.err()).contains("--to");
  }

  @Test
  void aSideThatIsNoneEndsInExitCode2() {
    assertThat(pack("tfrecord", "--smallest-side", "0")).isEqualTo(2);
    assertThat(terminal.err()).contains("smallest side 0: is no side of an image");
  }
}
