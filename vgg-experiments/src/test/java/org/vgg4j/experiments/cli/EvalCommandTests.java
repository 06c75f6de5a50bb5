package org.vgg4j.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vgg4j.core.spec.NetworkNotation;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.spec.Parameter;
import org.vgg4j.core.spec.Preprocessing;
import org.vgg4j.core.weights.NetworkManifest;
import org.vgg4j.core.weights.TensorFile;
import org.vgg4j.core.weights.TensorFileWriter;
import org.vgg4j.eval.Posteriors;

/** {@code vgg eval} from outside, on images one of which is damaged. */
class EvalCommandTests {
  private static final int CROP = 8;

  @TempDir private Path folder;
  private final Terminal terminal = new Terminal();

  @BeforeEach
  void writeWeightsAndImages() throws IOException {
    NetworkSpec network = NetworkNotation.parse("tiny conv3-2 | fc-classes").withClasses(2);
    write(network);
    put("cat/1.png");
    put("dog/2.png");
    Files.writeString(folder.resolve("data/val/dog/broken.jpg"), "no image");
  }

  /** Weights that give all classes the same score. */
  private void write(NetworkSpec network) {
    TensorFileWriter writer =
        new TensorFileWriter(
            new NetworkManifest(network, CROP, Preprocessing.imageNet()).metadata());
    for (Parameter parameter : network.parameters(CROP)) {
      float[] zeros = new float[Math.toIntExact(parameter.elements())];
      writer.floats(parameter.name(), parameter.shape(), () -> zeros);
    }
    writer.writeTo(folder.resolve("weights.safetensors"));
  }

  private void put(String path) throws IOException {
    Path file = folder.resolve("data/val").resolve(path);
    Files.createDirectories(file.getParent());
    ImageIO.write(new BufferedImage(12, 9, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
  }

  private int eval(String onBadImage) {
    return terminal.vgg(
        "eval",
        folder.resolve("weights.safetensors").toString(),
        "--data",
        folder.resolve("data").toString(),
        "--protocol",
        "dense|Q=8",
        "--out",
        folder.resolve("posteriors.safetensors").toString(),
        "--on-bad-image",
        onBadImage);
  }

  @Test
  void aDamagedImageEndsTheEvaluation() {
    assertThat(eval("fail")).isEqualTo(3);
    assertThat(terminal.err()).contains("broken.jpg");
    assertThat(folder.resolve("posteriors.safetensors")).doesNotExist();
  }

  @Test
  void anImageThatIsLeftOutIsToldAndKeptWithTheResult() {
    assertThat(eval("skip")).as(terminal.err()).isZero();
    assertThat(terminal.err()).contains("left out, can't be decoded: val/dog/broken.jpg");
    assertThat(terminal.out()).contains("|      2 |");
    assertThat(TensorFile.open(folder.resolve("posteriors.safetensors")).metadata())
        .containsEntry("skipped", "val/dog/broken.jpg");
  }

  private int test(String protocol, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "eval",
                folder.resolve("weights.safetensors").toString(),
                "--data",
                "generated:train=4,val=40",
                "--protocol",
                protocol,
                "--progress",
                "none"));
    arguments.addAll(List.of(more));
    return terminal.vgg(arguments.toArray(String[]::new));
  }

  private void writeWeights(int classes) {
    NetworkSpec network = NetworkNotation.parse("tiny conv3-2 | fc-classes").withClasses(classes);
    write(network);
  }

  @Test
  void aLimitedTestIsMarkedAsPartialOnTheTerminalAndInTheFile() {
    writeWeights(10);
    Path file = folder.resolve("part.safetensors");
    assertThat(test("dense|Q=8", "--limit", "20", "--out", file.toString()))
        .as(terminal.err())
        .isZero();
    assertThat(terminal.err()).contains("posteriors of every image: " + file);
    String partial = "20 of 40 images, of each class its share, seed 1";
    assertThat(terminal.out()).contains("PARTIAL: " + partial).contains("|     20 |");
    Posteriors posteriors = Posteriors.load(file);
    assertThat(posteriors.partial()).contains(partial);
    assertThat(IntStream.range(0, 20).map(posteriors::label))
        .as("two of each class")
        .containsExactlyInAnyOrder(0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9);
  }

  @Test
  void theFileTellsAllThatMadeIt() {
    writeWeights(10);
    Path file = folder.resolve("all.safetensors");
    assertThat(test("multi-crop|Q=8,9|grid=2x2|flip", "--threads", "1", "--out", file.toString()))
        .as(terminal.err())
        .isZero();
    assertThat(Posteriors.load(file).madeFrom())
        .containsEntry("network", "tiny conv3-2 | fc-classes")
        .containsEntry("crop", "8")
        .containsEntry("weights", TensorFile.sha256(folder.resolve("weights.safetensors")))
        .containsEntry("protocol", "multi-crop|Q=8,9|grid=2x2|flip")
        .containsEntry("interpolation", "bilinear")
        .containsEntry("data", "generated:train=4,val=40")
        .containsEntry("partial", "")
        .containsEntry("skipped", "")
        .containsEntry("device", "cpu")
        .containsEntry("threads", "1")
        .containsKeys("dataHash", "tensorFlow", "vgg4j", "classNames");
  }

  @Test
  void aFinishedTestIsReadAndOneOfOtherSettingsRefused() {
    writeWeights(10);
    String file = folder.resolve("all.safetensors").toString();
    assertThat(test("dense|Q=8", "--out", file)).isZero();
    String first = terminal.out();
    terminal.clear();
    assertThat(test("dense|Q=8", "--out", file)).isZero();
    assertThat(terminal.out()).isEqualTo(first);
    assertThat(terminal.err()).contains("has the posteriors already");
    assertThat(test("dense|Q=9", "--out", file)).isEqualTo(3);
    assertThat(terminal.err())
        .contains(file + ": was made with protocol dense|Q=8, not dense|Q=9; ");
  }

  @Test
  void aNetworkThatIsRightByChanceIsSuspectedToHaveOtherLabels() {
    writeWeights(10);
    assertThat(
            terminal.vgg(
                "eval",
                folder.resolve("weights.safetensors").toString(),
                "--data",
                "generated:train=4,val=200",
                "--protocol",
                "center-crop|Q=8"))
        .isZero();
    assertThat(terminal.err()).contains("testing, 200 passes").contains("labels are probably");
  }

  @Test
  void wrongUsageEndsWith2() {
    writeWeights(10);
    assertThat(test("dense|Q=8", "--limit", "0")).isEqualTo(2);
    assertThat(test("multi-crop|Q=7|grid=5x5")).isEqualTo(2);
    assertThat(terminal.err())
        .contains("--limit 0: is no number of images")
        .contains("test scale Q=7: is smaller than the crop of 8 pixels");
  }
}
