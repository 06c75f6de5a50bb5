package org.vgg4j.core.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vgg4j.core.Problem;
import org.vgg4j.testing.SharedFolder;

/** Real files with bytes changed or cut off by chance: each is read or refused in one line. */
class DamagedFilesTests {
  /** The model of TensorFlow.js wants it beside. */
  private static final String SHARD = "group1-shard1of1.bin";

  private static final int DAMAGES = 60;
  private static final int MOST_BYTES_CHANGED = 8;

  @TempDir private Path folder;

  static Stream<Arguments> files() {
    return Stream.of(
        file("caffe/VGG_narrow_16_layers_v1.caffemodel", CaffeModel::open),
        file("caffe/VGG_narrow_11_layers_v1_unpacked.caffemodel", CaffeModel::open),
        file("keras/vgg16_weights_tf_dim_ordering_tf_kernels_notop.h5", KerasFile::open),
        file("keras/vgg16_keras2_style.weights.h5", KerasFile::open),
        Arguments.of("data/tiny-vgg/model.json", opener(TensorFlowJsModel::open)),
        Arguments.of("data/tiny-vgg/nn_10.json", opener(JsonTensors::open)));
  }

  private static Arguments file(String name, Function<Path, ForeignFile> opener) {
    return Arguments.of("golden/" + name, opener);
  }

  private static Function<Path, ForeignFile> opener(Function<Path, ForeignFile> opener) {
    return opener;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void everyDamageIsReadOrRefusedInOneLine(String name, Function<Path, ForeignFile> opener)
      throws IOException {
    byte[] sound = Files.readAllBytes(SharedFolder.path(name));
    Path file = folder.resolve("damaged");
    Files.copy(SharedFolder.path("data/tiny-vgg/" + SHARD), folder.resolve(SHARD));
    Random random = new Random(6);
    int refused = 0;
    for (int i = 0; i < DAMAGES; i++) {
      Files.write(file, damaged(sound, random));
      refused += assertTimeout(Duration.ofSeconds(20), () -> isRefused(file, opener)) ? 1 : 0;
    }
    assertThat(refused).isPositive();
  }

  private static byte[] damaged(byte[] sound, Random random) {
    if (random.nextInt(10) == 0) {
      return Arrays.copyOf(sound, random.nextInt(sound.length));
    }
    byte[] bytes = sound.clone();
    for (int i = random.nextInt(MOST_BYTES_CHANGED); i >= 0; i--) {
      bytes[position(bytes, random)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  /** Half of the damage is near the start, where a file says most about itself. */
  private static int position(byte[] bytes, Random random) {
    return random.nextInt(random.nextBoolean() ? 2000 : bytes.length);
  }

  private boolean isRefused(Path file, Function<Path, ForeignFile> opener) {
    try (ForeignFile read = opener.apply(file)) {
      read.tensors().forEach(tensor -> read.floats(tensor.name()));
      return false;
    } catch (Problem e) {
      assertThat(e).hasMessageNotContaining("\n").hasMessageContaining(folder.toString());
      return true;
    }
  }
}
