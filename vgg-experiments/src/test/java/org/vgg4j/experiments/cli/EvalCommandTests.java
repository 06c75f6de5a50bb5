package org.vgg4j.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** {@code vgg eval} from outside, on images one of which is damaged. */
class EvalCommandTests {
  private static final int CROP = 8;

  @TempDir private Path folder;
  private final Terminal terminal = new Terminal();

  @BeforeEach
  void writeWeightsAndImages() throws IOException {
    NetworkSpec network = NetworkNotation.parse("tiny conv3-2 | fc-classes").withClasses(2);
    TensorFileWriter writer =
        new TensorFileWriter(
            new NetworkManifest(network, CROP, Preprocessing.imageNet()).metadata());
    for (Parameter parameter : network.parameters(CROP)) {
      float[] zeros = new float[Math.toIntExact(parameter.elements())];
      writer.floats(parameter.name(), parameter.shape(), () -> zeros);
    }
    writer.writeTo(folder.resolve("weights.safetensors"));
    put("cat/1.png");
    put("dog/2.png");
    Files.writeString(folder.resolve("data/val/dog/broken.jpg"), "no image");
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
}
