package org.vgg4j.core.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vgg4j.core.Problem;
import org.vgg4j.core.foreign.ChannelOrder;
import org.vgg4j.core.graph.Averaging;
import org.vgg4j.core.graph.TorchNetwork;
import org.vgg4j.core.spec.Rounding;
import org.vgg4j.core.weights.TensorFile;

/** Weights as other programs' safetensors files. */
class SafetensorsExportTests {
  @TempDir private Path folder;

  private TensorFile export(TensorFile ours, ExportOptions options) {
    Path place = folder.resolve("exported.safetensors");
    new WeightsExport(ours).write(options, place);
    TensorFile exported = TensorFile.open(place);
    exported.verify();
    return exported;
  }

  private TensorFile ours(TorchNetwork network) {
    return network.save(folder.resolve("ours.safetensors"), Rounding.FLOOR);
  }

  @ParameterizedTest
  @EnumSource
  void torchvisionsOwnFileComesBackBitForBit(TorchNetwork network) {
    TensorFile golden = TensorFile.open(network.path("model.safetensors"));
    TensorFile exported = export(ours(network), new ExportOptions(ExportFormat.SAFETENSORS_TORCH));
    assertThat(exported.names()).isEqualTo(TorchNetwork.tensorNames(golden));
    for (String name : exported.names()) {
      assertThat(exported.shape(name)).as(name).isEqualTo(golden.shape(name));
      assertThat(exported.floats(name)).as(name).isEqualTo(golden.floats(name));
    }
  }

  @Test
  void kerasNamesAndShapesAreThoseOfItsApplications() {
    TensorFile exported =
        export(ours(TorchNetwork.VGG16), new ExportOptions(ExportFormat.SAFETENSORS_KERAS));
    assertThat(exported.names())
        .hasSize(32)
        .contains("block1_conv1/kernel", "block5_conv3/bias", "fc1/kernel", "fc2/bias")
        .endsWith("predictions/kernel", "predictions/bias");
    assertThat(exported.shape("block1_conv1/kernel")).isEqualTo(List.of(3, 3, 3, 4));
    assertThat(exported.shape("fc1/kernel")).isEqualTo(List.of(7 * 7 * 32, 64));
  }

  @Test
  void kerasKernelsKeepOurOrderBitForBit() {
    TensorFile ours = ours(TorchNetwork.VGG16);
    TensorFile exported = export(ours, new ExportOptions(ExportFormat.SAFETENSORS_KERAS));
    for (int i = 0; i < ours.names().size(); i++) {
      assertThat(exported.floats(exported.names().get(i)))
          .isEqualTo(ours.floats(ours.names().get(i)));
    }
  }

  @Test
  void batchNormalisationHasKerasRoles() {
    TensorFile exported =
        export(ours(TorchNetwork.VGG16_BN), new ExportOptions(ExportFormat.SAFETENSORS_KERAS));
    assertThat(exported.names())
        .contains(
            "block1_conv1_bn/gamma",
            "block1_conv1_bn/beta",
            "block5_conv3_bn/moving_mean",
            "block5_conv3_bn/moving_variance");
  }

  @Test
  void blueFirstTurnsTheFirstConvolutionAndTheMeanAroundAndNothingElse() {
    TensorFile ours = ours(TorchNetwork.VGG16);
    ExportOptions blueFirst =
        new ExportOptions(
            ExportFormat.SAFETENSORS_KERAS,
            ChannelOrder.BGR,
            Averaging.SCORES,
            PixelPreprocessing.INSIDE);
    TensorFile exported = export(ours, blueFirst);
    float[] first = ours.floats("conv1_1/weights");
    float[] turned = exported.floats("block1_conv1/kernel");
    for (int i = 0; i < first.length; i++) {
      int channel = i / 4 % 3;
      assertThat(turned[i + (2 - 2 * channel) * 4]).isEqualTo(first[i]);
    }
    assertThat(exported.floats("block1_conv2/kernel")).isEqualTo(ours.floats("conv1_2/weights"));
    assertThat(exported.metadata())
        .containsEntry("channels", "bgr")
        .containsEntry("mean", "103.939 116.779 123.68");
  }

  @Test
  void theMetadataSayHowToUseTheWeights() {
    assertThat(
            export(ours(TorchNetwork.VGG16), new ExportOptions(ExportFormat.SAFETENSORS_TORCH))
                .metadata())
        .containsEntry("format", "pt")
        .containsEntry("channels", "rgb")
        .containsEntry("mean", "123.68 116.779 103.939")
        .containsEntry("scale", "1.0")
        .containsEntry("crop", "224")
        .containsEntry("classes", "10");
  }

  @Test
  void weightsAloneCanNotAverage() {
    assertThatThrownBy(
            () ->
                new ExportOptions(
                    ExportFormat.SAFETENSORS_TORCH,
                    ChannelOrder.RGB,
                    Averaging.POSTERIORS,
                    PixelPreprocessing.INSIDE))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("format safetensors-torch: holds weights alone");
  }

  @Test
  void aFormatThatIsMisspeltIsSuggested() {
    assertThatThrownBy(() -> ExportFormat.named("onyx"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("format onyx: is not known; did you mean onnx");
  }
}
