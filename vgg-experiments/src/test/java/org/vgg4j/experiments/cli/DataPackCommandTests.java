package org.vgg4j.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code vgg data pack} from outside. */
class DataPackCommandTests {
  private static final String SMALL = "generated:train=12,val=10";

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int vgg(String... arguments) {
    CommandLine commandLine = Vgg.commandLine();
    commandLine.setOut(new PrintWriter(out, true));
    commandLine.setErr(new PrintWriter(err, true));
    return commandLine.execute(arguments);
  }

  private int pack(String format, String... more) {
    return vgg(
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
    assertThat(out.toString()).contains("train: 12 images", "use it by --data " + packed());
    assertThat(err.toString()).contains("packing ", "12 images");
    assertThat(packed().resolve("train-00002-of-00003")).exists();
    assertThat(vgg("data", "inspect", packed().toString())).isZero();
    assertThat(out.toString()).contains("layout   tfrecord");
  }

  @Test
  void webDatasetShardsAreTarArchives() {
    assertThat(pack("WebDataset", "--progress", "none")).isZero();
    assertThat(packed().resolve("val-000000.tar")).exists();
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void otherSettingsInTheSameFolderEndInExitCode3() {
    assertThat(pack("tfrecord")).isZero();
    assertThat(pack("webdataset")).isEqualTo(3);
    assertThat(err.toString()).contains("packing.yaml: tells of other data or settings than these");
  }

  @Test
  void anUnknownFormatEndsInExitCode2() {
    assertThat(pack("lmdb")).isEqualTo(2);
    assertThat(err.toString()).contains("--to");
  }

  @Test
  void aSideThatIsNoneEndsInExitCode2() {
    assertThat(pack("tfrecord", "--smallest-side", "0")).isEqualTo(2);
    assertThat(err.toString()).contains("smallest side 0: is no side of an image");
  }
}
