package org.vgg4j.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vgg4j.core.spec.NetworkNotation;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.spec.Parameter;
import org.vgg4j.core.spec.Preprocessing;
import org.vgg4j.core.weights.NetworkManifest;
import org.vgg4j.core.weights.TensorFileWriter;

/** {@code vgg classify} from outside, with a network that knows three colours. */
class ClassifyCommandTests {
  private static final int CROP = 4;
  private static final NetworkSpec NETWORK =
      NetworkNotation.parse("colours conv3-3 | fc-classes").withClasses(3);

  @TempDir private Path folder;
  private final Terminal terminal = new Terminal();

  @BeforeEach
  void writeFiles() throws IOException {
    write(List.of("red", "green", "blue"));
    put("red.png", Color.RED, Color.RED);
    put("blue.png", Color.BLUE, Color.BLUE);
    put("both.png", Color.RED, Color.BLUE);
  }

  /** Every class's score is how much of its colour there is: 4 positions x 1.0. */
  private void write(List<String> names) {
    Preprocessing plain = new Preprocessing(List.of(0.0, 0.0, 0.0), 1 / 255.0);
    TensorFileWriter writer =
        new TensorFileWriter(new NetworkManifest(NETWORK, CROP, plain, names, Map.of()).metadata());
    for (Parameter parameter : NETWORK.parameters(CROP)) {
      float[] values = identity(parameter);
      writer.floats(parameter.name(), parameter.shape(), () -> values);
    }
    writer.writeTo(folder.resolve("weights.safetensors"));
  }

  /** Of a kernel's last 3 x 3 values, from channel to channel; of a convolution only its middle. */
  private static float[] identity(Parameter parameter) {
    float[] values = new float[Math.toIntExact(parameter.elements())];
    boolean convolution = values.length == 3 * 3 * 3 * 3;
    for (int i = 0; values.length > 3 && i < values.length; i++) {
      boolean middle = !convolution || i / 9 == 4;
      values[i] = middle && i % 9 / 3 == i % 3 ? 1 : 0;
    }
    return values;
  }

  private void put(String name, Color left, Color right) throws IOException {
    BufferedImage image = new BufferedImage(24, 6, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 24; x++) {
      for (int y = 0; y < 6; y++) {
        image.setRGB(x, y, (x < 12 ? left : right).getRGB());
      }
    }
    ImageIO.write(image, "png", folder.resolve(name).toFile());
  }

  private int classify(String... more) {
    terminal.clear();
    String[] arguments = new String[more.length + 2];
    arguments[0] = "classify";
    arguments[1] = path("weights.safetensors");
    System.arraycopy(more, 0, arguments, 2, more.length);
    return terminal.vgg(arguments);
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void theLikeliestClassesOfEachImageAreNamedTheBestFirst() {
    assertThat(classify(path("red.png"), path("blue.png"), "--top", "1"))
        .as(terminal.err())
        .isZero();
    assertThat(terminal.out())
        .containsPattern("red\\.png +\\| red +\\| +96\\.5 \\|")
        .containsPattern("blue\\.png +\\| blue +\\| +96\\.5 \\|")
        .hasLineCount(4);
  }

  @Test
  void jsonHasThePosteriorsUnrounded() throws IOException {
    assertThat(classify(path("red.png"), "--json", "--protocol", "center-crop|Q=4")).isZero();
    JsonNode image = new ObjectMapper().readTree(terminal.out()).get(0);
    assertThat(image.get("image").asText()).isEqualTo(path("red.png"));
    assertThat(image.get("classes")).hasSize(3);
    assertThat(image.get("classes").get(0).get("name").asText()).isEqualTo("red");
    double certain = 1 / (1 + 2 * Math.exp(-4));
    assertThat(image.get("classes").get(0).get("posterior").asDouble())
        .isCloseTo(certain, within(1e-5));
  }

  @Test
  void classesWithoutNamesAreNumbered() {
    write(List.of());
    assertThat(classify(path("blue.png"), "--top", "1")).isZero();
    assertThat(terminal.out()).containsPattern("\\| +2 \\| +96\\.5 \\|");
  }

  @Test
  void theMapIsBrightWhereTheClassIs() throws IOException {
    assertThat(brightness("red", 0.1)).isGreaterThan(brightness("red", 0.9) + 100);
    assertThat(brightness("blue", 0.9)).isGreaterThan(brightness("blue", 0.1) + 100);
  }

  @Test
  void anSvgHasBothPicturesInIt() throws IOException {
    assertThat(classify(path("both.png"), "--map", path("map.svg"))).as(terminal.err()).isZero();
    assertThat(Files.readString(folder.resolve("map.svg")).split("data:image/png;base64,", -1))
        .hasSize(3);
  }

  /** Green of the right picture, a share of its width from its left end; large scores are light. */
  private int brightness(String name, double share) throws IOException {
    String map = path("map.png");
    assertThat(classify(path("both.png"), "--map", map, "--class", name)).isZero();
    assertThat(terminal.err()).contains("wrote " + map);
    BufferedImage figure = ImageIO.read(Path.of(map).toFile());
    int left = figure.getWidth() / 2 + 24;
    int x = left + (int) (share * (figure.getWidth() - 48 - left));
    return new Color(figure.getRGB(x, 3 * 60)).getGreen();
  }

  @Test
  void badInputEndsInOneLine() throws IOException {
    Files.writeString(folder.resolve("text.jpg"), "no image");
    refused(3, "text.jpg: is no JPEG, PNG, GIF or BMP image", path("text.jpg"));
    refused(3, "none.png: can't be read (no such file)", path("none.png"));
    refused(2, "--top 0: lists nothing", path("red.png"), "--top", "0");
    refused(2, "is neither an .svg nor a .png file", path("red.png"), "--map", "a.gif");
    refused(2, "draws one image", path("red.png"), path("blue.png"), "--map", path("a.svg"));
    refused(2, "only says what --map draws", path("red.png"), "--class", "red");
    refused(
        2, "--class rad: is no class", path("red.png"), "--class", "rad", "--map", path("a.svg"));
    refused(2, "too small for network colours", path("red.png"), "--protocol", "dense|Q=1");
    assertThat(folder.resolve("a.svg")).doesNotExist();
  }

  private void refused(int exitCode, String message, String... arguments) {
    assertThat(classify(arguments)).as(terminal.err()).isEqualTo(exitCode);
    assertThat(terminal.err()).startsWith("vgg: ").contains(message).hasLineCount(1);
    assertThat(terminal.out()).isEmpty();
  }
}
