package org.vgg4j.core.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vgg4j.core.foreign.ForeignName.Part;

class ForeignNameTests {
  @ParameterizedTest
  @CsvSource({
    "conv1_1/0, conv1_1, FIRST",
    "conv1_1/1, conv1_1, SECOND",
    "features.0.weight, features.0, WEIGHTS",
    "features.1.running_mean, features.1, MEAN",
    "features.1.running_var, features.1, VARIANCE",
    "block1_conv1/block1_conv1_W_1:0, block1_conv1, WEIGHTS",
    "block1_conv1/block1_conv1_b_1:0, block1_conv1, BIASES",
    "block1_conv1/block1_conv1/kernel:0, block1_conv1/block1_conv1, WEIGHTS",
    "bn/bn/moving_variance:0, bn/bn, VARIANCE",
    "bn/bn_running_std_1:0, bn, VARIANCE",
    "layers/conv2d/vars/0, layers/conv2d/vars, FIRST",
    "conv_1_1/kernel, conv_1_1, WEIGHTS",
    "conv_1_1.weights.*.bias, conv_1_1.weights.*, BIASES",
    "fc6_W, fc6, WEIGHTS",
    "fc6_b, fc6, BIASES",
    "bn1_running_mean, bn1, MEAN",
    "conv1_1/scale, conv1_1, GAMMA"
  })
  void theNameOfATensorTellsItsLayerAndWhatItIs(String name, String layer, Part part) {
    assertThat(ForeignName.parse(name)).contains(new ForeignName(layer, part));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"features.1.num_batches_tracked", "conv1_1", "0", "weight", "a.input_shape", ""})
  void otherNamesTellNothing(String name) {
    assertThat(ForeignName.parse(name)).isEmpty();
  }

  @Test
  void aFileMayHoldTorchvisionsModulesInAlphabeticalOrder() {
    MemoryFile file =
        new MemoryFile()
            .with("classifier.0.weight", 1)
            .with("features.10.weight", 1)
            .with("features.2.weight", 1)
            .with("features.0.weight", 1);
    assertThat(ForeignLayers.of(file.tensors()))
        .extracting(ForeignLayer::path)
        .containsExactly("features.0", "features.2", "features.10", "classifier.0");
  }

  @Test
  void otherLayersStayInTheOrderOfTheFile() {
    MemoryFile file = new MemoryFile().with("z/kernel", 1).with("a/kernel", 1).with("z/bias", 1);
    assertThat(ForeignLayers.of(file.tensors()))
        .extracting(ForeignLayer::path)
        .containsExactly("z", "a");
  }
}
