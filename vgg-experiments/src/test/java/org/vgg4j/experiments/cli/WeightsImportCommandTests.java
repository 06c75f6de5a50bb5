package org.vgg4j.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.base.Splitter;
import com.google.common.collect.Iterables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vgg4j.core.weights.NetworkManifest;
import org.vgg4j.core.weights.TensorFile;
import org.vgg4j.eval.Posteriors;
import org.vgg4j.testing.SharedFolder;

/** {@code vgg weights import} and {@code show} from outside, with networks that others trained. */
class WeightsImportCommandTests {
  private static final String NETWORKS =
      """
      tiny2  conv3-10-valid x2 pool2/2-floor conv3-10-valid x2 pool2/2-floor fc-classes
      tiny3  conv3-10-valid x2 pool2/2-floor conv3-10-valid x2 pool2/2-floor conv3-10-valid x2 pool2/2-floor fc-classes
      narrow conv3-4 x2 | conv3-8 x2 | conv3-16 x3 | conv3-32 x3 | conv3-32 x3 | fc-64 fc-64 fc-classes
      """;

  @TempDir private Path folder;
  private final Terminal terminal = new Terminal();

  /** The two networks of docs/guide/tiny-vgg.sh and how many of 500 images they get right. */
  private enum TinyVgg {
    TWO_BLOCKS("tiny2", "model.json", "tensorflow", "expected", 344),
    THREE_BLOCKS("tiny3", "nn_10.json", "oihw,oi,hwc", "expected3", 361);

    private final String network;
    private final String file;
    private final String layout;
    private final String expected;
    private final int right;

    TinyVgg(String network, String file, String layout, String expected, int right) {
      this.network = network;
      this.file = file;
      this.layout = layout;
      this.expected = expected;
      this.right = right;
    }
  }

  @ParameterizedTest
  @EnumSource
  void tinyVggGivesItsKnownResultAndTheLogitsOfIndependentSoftware(TinyVgg tiny)
      throws IOException {
    Path data = SharedFolder.path("data/tiny-imagenet-10");
    assertThat(importTiny(tiny, data)).as(terminal.err()).isZero();
    Path store = folder.resolve("posteriors.safetensors");
    int code =
        terminal.vgg(
            "eval",
            out().toString(),
            "--data",
            data.toString(),
            "--protocol",
            "center-crop|Q=64",
            "--out",
            store.toString());
    assertThat(code).as(terminal.err()).isZero();
    Posteriors posteriors = Posteriors.load(store);
    assertThat(posteriors.images()).isEqualTo(500);
    assertThat(right(posteriors)).isCloseTo(tiny.right, within(3));
    assertThat(meanDistance(posteriors, softmaxes(tiny, data))).isLessThan(0.001);
  }

  private int importTiny(TinyVgg tiny, Path data) throws IOException {
    return importing(
        SharedFolder.path("data/tiny-vgg/" + tiny.file),
        "--network",
        tiny.network,
        "--layout",
        tiny.layout,
        "--channels",
        "rgb",
        "--mean",
        "0,0,0",
        "--scale",
        "1/255",
        "--crop",
        "64",
        "--classes",
        data.resolve("classes.txt").toString());
  }

  private int importing(Path file, String... options) throws IOException {
    Path networks = Files.writeString(folder.resolve("networks.txt"), NETWORKS);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "weights",
                "import",
                file.toString(),
                "--networks",
                networks.toString(),
                "--out",
                out().toString()));
    Collections.addAll(arguments, options);
    return terminal.vgg(arguments.toArray(String[]::new));
  }

  private Path out() {
    return folder.resolve("weights.safetensors");
  }

  private static int right(Posteriors posteriors) {
    int right = 0;
    for (int image = 0; image < posteriors.images(); image++) {
      right += posteriors.rankOfTruth(image) == 1 ? 1 : 0;
    }
    return right;
  }

  /** Mean absolute difference over all images and classes. */
  private static double meanDistance(Posteriors ours, Map<String, float[]> expected) {
    double sum = 0;
    for (int image = 0; image < ours.images(); image++) {
      float[] theirs = expected.getOrDefault(ours.ids().get(image), new float[0]);
      assertThat(theirs).as(ours.ids().get(image)).hasSize(ours.classes());
      for (int k = 0; k < theirs.length; k++) {
        sum += Math.abs(theirs[k] - ours.of(image, k)) / theirs.length / ours.images();
      }
    }
    return sum;
  }

  /** By image; the file's classes are in the network's order, a store's in the data set's. */
  private static Map<String, float[]> softmaxes(TinyVgg tiny, Path data) throws IOException {
    List<String> classes =
        Files.readAllLines(data.resolve("classes.txt")).stream()
            .map(line -> Iterables.get(Splitter.on('\t').split(line), 0))
            .toList();
    Path file = SharedFolder.path("data/tiny-vgg/" + tiny.expected + "_tiny-imagenet-10_val.csv");
    Map<String, float[]> softmaxes = new HashMap<>();
    for (String line : Iterables.skip(Files.readAllLines(file), 1)) {
      List<String> fields = Splitter.on(',').splitToList(line);
      softmaxes.put(fields.get(0), softmax(fields.subList(2, fields.size()), classes));
    }
    return softmaxes;
  }

  private static float[] softmax(List<String> logits, List<String> classes) {
    List<String> sorted = classes.stream().sorted().toList();
    double sum = logits.stream().mapToDouble(logit -> Math.exp(Double.parseDouble(logit))).sum();
    float[] softmax = new float[logits.size()];
    for (int k = 0; k < softmax.length; k++) {
      double exponential = Math.exp(Double.parseDouble(logits.get(k)));
      softmax[sorted.indexOf(classes.get(k))] = (float) (exponential / sum);
    }
    return softmax;
  }

  @Test
  void theAuthorsFormatNeedsNothingButTheNetwork() throws IOException {
    Path file = SharedFolder.path("golden/caffe/VGG_narrow_16_layers_v1.caffemodel");
    assertThat(importing(file, "--network", "narrow")).as(terminal.err()).isZero();
    assertThat(terminal.out()).contains("network narrow with 10 classes, from Caffe");
    NetworkManifest manifest = NetworkManifest.of(TensorFile.open(out()));
    assertThat(manifest.preprocessing().mean()).containsExactly(123.68, 116.779, 103.939);
    assertThat(manifest.source())
        .containsEntry("file", "VGG_narrow_16_layers_v1.caffemodel")
        .containsEntry("sha256", TensorFile.sha256(file))
        .containsEntry("channels", "bgr");
    terminal.clear();
    assertThat(terminal.vgg("weights", "show", out().toString())).isZero();
    assertThat(terminal.out())
        .contains("| conv1_1/weights |", "classes  10, without names", "source   channels bgr");
  }

  @Test
  void aForeignFileIsShownWithItsTensors() {
    Path file = SharedFolder.path("golden/torch/vgg16_D_bn/state_dict.pth");
    assertThat(terminal.vgg("weights", "show", file.toString())).as(terminal.err()).isZero();
    assertThat(terminal.out())
        .contains("| features.1.running_mean")
        .contains("network  none of the shipped ones at their full width");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "narow | | 2 | did you mean narrow?",
        "narrow | --sha256 00 | 3 | which does not start with 00",
        "narrow | --sha256 zz | 2 | --sha256 zz: is no hexadecimal number",
        "narrow | --channels grb | 2 | --channels grb: there is no such order of channels",
        "narrow | --mean 1,2 | 2 | --mean 1,2: makes no sense",
        "narrow | --mean 1,2,300 | 2 | --mean 1,2,300: makes no sense",
        "narrow | --crop 0 | 2 | --crop 0: is no side of an image",
        "narrow | --scale 0 | 2 | --scale 0: makes no sense",
        "narrow | --scale 1/0 | 2 | --scale 1/0: makes no sense",
        "narrow | --scale x | 2 | --scale x: makes no sense",
        "narrow | --layout cafe | 2 | --layout cafe: is neither a program nor three orders",
        "narrow | --layout pytorch | 2 | --channels: is needed",
        "narrow | --random-head 1 | 2 | --random-head 1: is no number of classes",
        "narrow | --random-head 5 | 3 | it has layers fc6, fc7, fc8, which the network lacks",
        "narrow | --format keras | 3 | VGG_narrow_16_layers_v1.caffemodel: ",
        "narrow | --crop 64 | 3 | fc6/0 has shape",
        "D | | 3 | conv1_1/0 has shape [4, 3, 3, 3] where conv1_1/weights needs [64, 3, 3, 3]"
      })
  void whatDoesNotFitEndsInOneLine(
      String network, @Nullable String option, int code, String message) throws IOException {
    List<String> options = new ArrayList<>(List.of("--network", network));
    if (option != null) {
      options.addAll(Splitter.on(' ').splitToList(option));
    }
    Path file = SharedFolder.path("golden/caffe/VGG_narrow_16_layers_v1.caffemodel");
    assertThat(importing(file, options.toArray(String[]::new))).isEqualTo(code);
    assertThat(terminal.err()).contains(message);
    assertThat(out()).doesNotExist();
  }

  @Test
  void aFileIsNotReplacedByItsOwnImport() throws IOException {
    Path file = SharedFolder.path("golden/caffe/VGG_narrow_16_layers_v1.caffemodel");
    Path copy = Files.copy(file, out());
    assertThat(importing(copy, "--network", "narrow")).isEqualTo(2);
    assertThat(terminal.err()).contains("weights.safetensors: is the file that is read");
    assertThat(out()).hasSameBinaryContentAs(file);
  }

  /** Also where channels, mean and scale are not those of the program that it went out to. */
  @ParameterizedTest
  @CsvSource({"torch,rgb", "torch,bgr", "keras,rgb", "keras,bgr"})
  void whatWentOutIsShownAndComesBackAsItWas(String program, String channels) throws IOException {
    Path file = SharedFolder.path("golden/torch/vgg16_D/state_dict.pth");
    assertThat(importing(file, "--network", "narrow", "--mean", "1,2,3", "--scale", "1,2,4"))
        .as(terminal.err())
        .isZero();
    String exported = folder.resolve("exported").toString();
    String back = folder.resolve("back").toString();
    assertThat(
            terminal.vgg(
                "weights",
                "export",
                out().toString(),
                "--format",
                "safetensors-" + program,
                "--channels",
                channels,
                "--out",
                exported))
        .as(terminal.err())
        .isZero();
    assertThat(terminal.vgg("weights", "show", exported)).as(terminal.err()).isZero();
    assertThat(terminal.out())
        .contains(
            channels.equals("rgb") ? "[1.0, 2.0, 3.0] (R, G, B)" : "[3.0, 2.0, 1.0] (B, G, R)");
    String networks = folder.resolve("networks.txt").toString();
    assertThat(
            terminal.vgg(
                "weights",
                "import",
                exported,
                "--network",
                "narrow",
                "--networks",
                networks,
                "--out",
                back))
        .as(terminal.err())
        .isZero();
    assertThat(terminal.vgg("weights", "diff", out().toString(), back)).isZero();
    assertThat(NetworkManifest.of(TensorFile.open(Path.of(back))).preprocessing())
        .isEqualTo(NetworkManifest.of(TensorFile.open(out())).preprocessing());
  }

  @Test
  void aFormatThatComesInAllLayoutsNeedsOne() throws IOException {
    Path file = SharedFolder.path("data/tiny-vgg/nn_10.json");
    assertThat(importing(file, "--network", "tiny3")).isEqualTo(2);
    assertThat(terminal.err()).contains("--layout: is needed");
  }
}
