package org.vgg4j.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vgg4j.core.weights.TensorFileWriter;

/** {@code vgg metrics}, from outside. */
class MetricsCommandTests {
  private static final Map<String, String> NAMES =
      Map.of("classNames", "[\"ant\",\"bee\",\"cat\",\"dog\",\"elk\",\"fox\"]");

  @TempDir private Path folder;

  private final Terminal terminal = new Terminal();
  private StoreFiles stores = new StoreFiles(Path.of(""));

  @BeforeEach
  void place() {
    stores = new StoreFiles(folder);
  }

  @Test
  void errorsClassesConfusionsAndCalibrationAreShown() {
    assertThat(terminal.vgg("metrics", stores.wrong("a", 50, NAMES))).as(terminal.err()).isZero();
    assertThat(terminal.out())
        .contains("| top-1 | 25.0 | 19.5 to 31.4 |    50 |    200 |")
        .containsPattern("\\| ant +\\| +34 \\| +26\\.5 \\|")
        .containsPattern("\\| ant +\\| bee +\\| +9 \\|")
        .contains("expected error 0.0 points, confidence minus accuracy 0.0 points")
        .containsPattern("\\| 73\\.3 to 80\\.0 +\\| +200 \\| +75\\.0 \\| +75\\.0 \\|");
  }

  @Test
  void classesWithoutNamesAreNumbered() {
    assertThat(terminal.vgg("metrics", stores.wrong("a", 1), "--most", "1")).isZero();
    assertThat(terminal.out()).containsPattern("\\| +0 \\| +1 \\| +1 \\|");
  }

  @Test
  void jsonHasEveryNumber() throws IOException {
    assertThat(terminal.vgg("metrics", stores.wrong("a", 40, NAMES), "--json")).isZero();
    JsonNode metrics = new ObjectMapper().readTree(terminal.out());
    assertThat(metrics.get("errors").get("top1").asDouble()).isEqualTo(20);
    assertThat(metrics.get("expectedCalibrationError").asDouble()).isCloseTo(5, within(1e-5));
    assertThat(metrics.get("calibration").get("bins")).hasSize(15);
    assertThat(metrics.get("confusions").get(0).get("chosen").asText()).isNotEmpty();
  }

  @Test
  void theReliabilityDiagramIsDrawn() {
    Path plot = folder.resolve("reliability.svg");
    assertThat(terminal.vgg("metrics", stores.wrong("a", 40), "--plot", plot.toString())).isZero();
    assertThat(plot).content().contains("<svg", "rgb(0,114,178)");
  }

  @Test
  void theWholeConfusionMatrixIsKeptAsCountsOrDrawn() {
    Path csv = folder.resolve("confusion.csv");
    assertThat(terminal.vgg("metrics", stores.wrong("a", 50, NAMES), "--confusion", csv.toString()))
        .isZero();
    assertThat(terminal.err()).contains("wrote " + csv);
    assertThat(csv)
        .content()
        .startsWith("true class,ant,bee,cat,dog,elk,fox\r\nant,25,9,0,0,0,0\r\n")
        .hasLineCount(7);
    Path png = folder.resolve("confusion.png");
    assertThat(terminal.vgg("metrics", stores.wrong("a", 50), "--confusion", png.toString()))
        .isZero();
    assertThat(png).isNotEmptyFile();
  }

  @Test
  void weightsAreNoStore() {
    Path weights = folder.resolve("weights.safetensors");
    new TensorFileWriter(Map.of("crop", "4")).ints("a", new int[] {1}).writeTo(weights);
    refused(3, "weights.safetensors: holds no posteriors, ", weights.toString());
  }

  @Test
  void aPartOfASplitIsSaidToBePartial() {
    Map<String, String> part = Map.of("partial", "200 of 50000 images");
    assertThat(terminal.vgg("metrics", stores.wrong("a", 40, part))).isZero();
    assertThat(terminal.out()).startsWith("PARTIAL: 200 of 50000 images");
  }

  @Test
  void badInputEndsInOneLine() {
    String store = stores.wrong("a", 40);
    refused(3, "none: can't be read (no such file)", folder.resolve("none").toString());
    refused(2, "--most 0: lists nothing", store, "--most", "0");
    refused(2, "--bins 0: lists nothing", store, "--bins", "0");
    refused(2, "is neither an .svg nor a .png file", store, "--plot", "a.pdf");
    refused(2, "is neither an .svg nor a .png file", store, "--confusion", "a.txt");
  }

  private void refused(int exitCode, String message, String store, String... options) {
    terminal.clear();
    String[] all = new String[options.length + 2];
    all[0] = "metrics";
    all[1] = store;
    System.arraycopy(options, 0, all, 2, options.length);
    assertThat(terminal.vgg(all)).isEqualTo(exitCode);
    assertThat(terminal.err()).startsWith("vgg: ").contains(message).hasLineCount(1);
    assertThat(terminal.out()).isEmpty();
  }
}
