package org.vgg4j.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.Lists;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vgg4j.experiments.sensitivity.Variant;
import org.vgg4j.testing.SharedFolder;

/** {@code vgg eval --sensitivity} from outside, with a network that somebody else trained. */
class SensitivityCommandTests {
  private static final String TINY =
      "tiny2 conv3-10-valid x2 pool2/2-floor conv3-10-valid x2 pool2/2-floor fc-classes";

  @TempDir private Path folder;
  private final Terminal terminal = new Terminal();
  private Path data = Path.of("");

  @BeforeEach
  void importTinyVgg() throws IOException {
    data = SharedFolder.path("data/tiny-imagenet-10");
    Path model = SharedFolder.path("data/tiny-vgg/model.json");
    Path networks = Files.writeString(folder.resolve("networks.txt"), TINY + "\n");
    int code =
        terminal.vgg(
            "weights",
            "import",
            model.toString(),
            "--layout",
            "tensorflow",
            "--network",
            "tiny2",
            "--networks",
            networks.toString(),
            "--crop",
            "64",
            "--channels",
            "rgb",
            "--mean",
            "0,0,0",
            "--scale",
            "1/255",
            "--classes",
            data.resolve("classes.txt").toString(),
            "--out",
            weights());
    assertThat(code).as(terminal.err()).isZero();
    terminal.clear();
  }

  private String weights() {
    return folder.resolve("tiny.safetensors").toString();
  }

  private int eval(String protocol, String... more) {
    List<String> arguments =
        Lists.newArrayList(
            "eval", weights(), "--data", data.toString(), "--protocol", protocol, "--json");
    arguments.addAll(List.of(more));
    return terminal.vgg(arguments.toArray(String[]::new));
  }

  private JsonNode json(String protocol, String... more) throws IOException {
    assertThat(eval(protocol, more)).as(terminal.err()).isZero();
    JsonNode printed = new ObjectMapper().readTree(terminal.out());
    terminal.clear();
    return printed;
  }

  private static JsonNode variant(JsonNode sensitivity, Variant variant) {
    return stream(sensitivity.get("variants"))
        .filter(node -> node.get("name").asText().equals(variant.toString()))
        .findFirst()
        .orElseThrow();
  }

  private static double cost(JsonNode sensitivity, Variant variant) {
    return variant(sensitivity, variant).get("top1").get("points").asDouble();
  }

  private static Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  @Test
  void wrongChannelsMeansScalesAndClassesCostPoints() throws IOException {
    JsonNode all = json("center-crop|Q=64", "--sensitivity");
    assertThat(all.at("/test/images").asInt()).isEqualTo(500);
    assertThat(all.at("/test/part").asText()).isEmpty();
    assertThat(all.at("/test/top1").asDouble()).isCloseTo(31.2, within(0.6));
    assertThat(cost(all, Variant.BGR)).isCloseTo(38.8, within(2.0));
    assertThat(cost(all, Variant.IMAGENET_MEAN)).isGreaterThan(20);
    assertThat(cost(all, Variant.PIXELS_TO_255)).isGreaterThan(10);
    assertThat(cost(all, Variant.CLASSES_REVERSED)).isGreaterThan(50);
    assertThat(cost(all, Variant.CLASSES_SHIFTED)).isGreaterThan(50);
    JsonNode bgr = variant(all, Variant.BGR);
    assertThat(bgr.at("/top1/interval/low").asDouble()).isPositive();
    assertThat(bgr.at("/top1/midP").asDouble()).isLessThan(1e-4);
    assertThat(bgr.at("/top1/holmP").asDouble()).isGreaterThan(bgr.at("/top1/midP").asDouble());
    assertThat(bgr.at("/top5/points").asDouble()).isGreaterThan(10);
    assertThat(bgr.get("otherChoices").asInt()).isGreaterThan(100);
  }

  /** The images are 64 x 64 pixels and carry no EXIF: nothing that concerns sizes matters. */
  @Test
  void whatDoesNotConcernTheImagesCostsNothing() throws IOException {
    JsonNode all = json("center-crop|Q=64", "--sensitivity", "--limit", "50");
    assertThat(all.at("/test/part").asText())
        .isEqualTo("50 of 500 images, of each class its share, seed 1");
    for (Variant variant :
        List.of(
            Variant.BICUBIC,
            Variant.PLAIN_BILINEAR,
            Variant.SQUASHED,
            Variant.WHOLE_SQUASHED,
            Variant.EXIF_APPLIED,
            Variant.REDUCED_DECODING)) {
      JsonNode node = variant(all, variant);
      assertThat(node.at("/top1/points").asDouble()).as(variant.toString()).isZero();
      assertThat(node.at("/top1/midP").asDouble()).isEqualTo(1);
      assertThat(node.get("otherChoices").asInt()).isZero();
    }
    assertThat(
            Stream.concat(stream(all.get("variants")), stream(all.get("untested")))
                .map(node -> node.get("name").asText()))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Variant.values()).map(Variant::toString).toList());
  }

  @Test
  void aVariantHasTheErrorOfATestThatWasAskedForSo() throws IOException {
    JsonNode asked = json("center-crop|Q=72", "--sensitivity", "--limit", "100");
    double top1 = asked.at("/test/top1").asDouble();
    double flipped = json("center-crop|Q=72|flip", "--limit", "100").at("/errors/top1").asDouble();
    assertThat(top1 + cost(asked, Variant.FLIP)).isCloseTo(flipped, within(1e-9));
    double bicubic =
        json("center-crop|Q=72", "--limit", "100", "--interpolation", "bicubic")
            .at("/errors/top1")
            .asDouble();
    assertThat(top1 + cost(asked, Variant.BICUBIC)).isCloseTo(bicubic, within(1e-9));
    double small = json("center-crop|Q=64", "--limit", "100").at("/errors/top1").asDouble();
    assertThat(top1 + cost(asked, Variant.SCALE_OF_CROP)).isCloseTo(small, within(1e-9));
  }

  @Test
  void theTableHasTheTestFirstAndThenTheDearest() {
    assertThat(
            terminal.vgg(
                "eval",
                weights(),
                "--data",
                data.toString(),
                "--protocol",
                "center-crop|Q=64",
                "--limit",
                "100",
                "--sensitivity"))
        .isZero();
    assertThat(terminal.out())
        .startsWith("PARTIAL: 100 of 500 images, of each class its share, seed 1\n| variant ")
        .containsSubsequence(
            "| center-crop\\|Q=64 ",
            "|  0.0 | - ",
            "| classes in reverse order ",
            "| BGR in place of RGB ",
            "| bicubic interpolation ",
            "More than luck in top-1, by Holm's p over 13 variants: classes ",
            "Not tested, changes nothing here: bilinear interpolation; ");
    assertThat(terminal.err())
        .containsOnlyOnce("the network has the data's classes in another order");
  }

  @Test
  void oneFileCannotKeepManyTests() {
    assertThat(eval("center-crop|Q=64", "--sensitivity", "--out", folder + "/p.safetensors"))
        .isEqualTo(2);
    assertThat(terminal.err()).contains("--out: keeps one test, and --sensitivity makes many");
    assertThat(eval("center-crop|Q=64", "--sensitivity", "--limit", "0")).isEqualTo(2);
    assertThat(terminal.err()).contains("--limit 0: is no number of images");
    assertThat(eval("center-crop|Q=63", "--sensitivity")).isEqualTo(2);
    assertThat(terminal.err()).contains("test scale Q=63: is smaller than the crop of 64 pixels");
  }
}
