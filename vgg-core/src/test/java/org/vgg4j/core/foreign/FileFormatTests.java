package org.vgg4j.core.foreign;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vgg4j.core.Problem;
import org.vgg4j.testing.SharedFolder;

class FileFormatTests {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "golden/caffe/VGG_narrow_16_layers_v1.caffemodel, CAFFE",
    "golden/caffe/VGG_narrow_16_layers_new.caffemodel, CAFFE",
    "golden/keras/vgg16_keras2_style.weights.h5, KERAS",
    "golden/torch/vgg16_D/state_dict.pth, TORCH",
    "golden/torch/vgg16_D/state_dict_legacy.pth, TORCH",
    "golden/torch/vgg16_D/model.safetensors, SAFETENSORS",
    "golden/torch/input_batch0.npy, NUMPY",
    "data/tiny-vgg/model.json, TENSORFLOWJS",
    "data/tiny-vgg/nn_10.json, JSON"
  })
  void theContentTellsTheFormat(String file, FileFormat format) {
    assertThat(FileFormat.of(SharedFolder.path(file))).isEqualTo(format);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | is empty",
        "<html>404 | is a web page",
        "MATLAB 5.0 MAT-file | is a file of MATLAB",
        "version https://git-lfs.github.com/spec/v1 | is a pointer of Git LFS",
        "Salted__ | is in no known format"
      })
  void otherContentIsToldForWhatItIs(String content, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("VGG.caffemodel"), content, ISO_8859_1);
    assertThatThrownBy(() -> FileFormat.of(file))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith(file + ": " + message);
  }

  @Test
  void aJsonFileWhoseNinthCharacterIsABraceIsNoSafetensorsFile() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "{\"abcd\":{\"w\":[1,2]}}");
    assertThat(FileFormat.of(file)).isEqualTo(FileFormat.JSON);
  }

  @Test
  void aFileThatIsNotThereIsTold() {
    assertThatThrownBy(() -> FileFormat.of(folder.resolve("none")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("none: can't be read");
  }

  @Test
  void aFormatThatDoesNotExistIsToldWithTheNearest() {
    assertThatThrownBy(() -> FileFormat.named("cafe"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("--format cafe: there is no such format; did you mean caffe?");
  }

  @Test
  void aPublishedFilesNameOnOtherContentIsTold() throws IOException {
    Path file = Files.writeString(folder.resolve("vgg16-397923af.pth"), "half a download");
    assertThat(KnownFiles.remark(file).orElseThrow())
        .startsWith("vgg16-397923af.pth has the name of torchvision's network D but another")
        .endsWith("it is damaged or something else");
    assertThat(KnownFiles.remark(folder.resolve("mine.pth"))).isEmpty();
  }
}
