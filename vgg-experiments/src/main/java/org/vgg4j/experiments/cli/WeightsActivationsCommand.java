package org.vgg4j.experiments.cli;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.vgg4j.core.Problem;
import org.vgg4j.core.fixture.FixtureImages;
import org.vgg4j.core.fixture.NetworkCheck;
import org.vgg4j.core.graph.Device;
import org.vgg4j.core.graph.Rectification;
import org.vgg4j.core.weights.TensorFile;
import org.vgg4j.data.DataSource;
import org.vgg4j.data.Resources;
import org.vgg4j.data.augment.Sample;
import org.vgg4j.data.image.Filter;
import org.vgg4j.data.image.Resampler;
import org.vgg4j.data.image.StoredImage;
import org.vgg4j.data.source.ImageDataset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vgg weights activations}. */
@Command(
    name = "activations",
    description = "Keeps what the layers make of some images, as a fixture for weights check.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "The images are the first of the validation split, cropped to squares of the size that the",
      "network was trained on. All is in memory at once: 60 MB an image for D.",
      "",
      "Example:",
      "  vgg weights activations D.safetensors --data imagenet --layers conv1_1,fc8",
      "      --out D-fixture"
    })
final class WeightsActivationsCommand implements Callable<Integer> {
  @Parameters(paramLabel = "WEIGHTS", description = "a weights.safetensors of this program")
  private Path weights = Path.of("");

  @Option(
      names = "--data",
      defaultValue = "generated",
      description = "generated, or the place of a data set (default: ${DEFAULT-VALUE})")
  private String data = "generated";

  @Option(
      names = "--images",
      paramLabel = "N",
      defaultValue = "2",
      description = "how many images (default: ${DEFAULT-VALUE})")
  private int images;

  @Option(
      names = "--layers",
      split = ",",
      paramLabel = "LAYER",
      description = "such as conv1_1,pool5,fc8 (default: all)")
  private List<String> layers = List.of();

  @Option(
      names = "--activations",
      defaultValue = "after",
      description = "before or after rectification (default: ${DEFAULT-VALUE})")
  private Rectification activations = Rectification.AFTER;

  @Option(names = "--out", paramLabel = "FILE", required = true, description = "the fixture")
  private Path out = Path.of("");

  @Mixin private ReadingOptions reading = new ReadingOptions();
  @Mixin private DeviceOption device = new DeviceOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Device on = device.device();
    try (NetworkCheck network = new NetworkCheck(TensorFile.open(weights), on);
        DataSource source =
            DataSource.open(data, reading.reading(), Resources.threads(on.threads()))) {
      network.pin(crops(source.val(), network.crop()), layers, activations, out);
    }
    spec.commandLine().getOut().println("wrote " + out);
    spec.commandLine().getOut().flush();
    return 0;
  }

  private FixtureImages crops(ImageDataset split, int crop) {
    if (images < 1 || images > split.size()) {
      throw Problem.configuration(
          "--images " + images,
          "is not between 1 and " + split.size(),
          "ask for as many as there are, or fewer");
    }
    ByteArrayOutputStream pixels = new ByteArrayOutputStream();
    Resampler resampler = new Resampler(Filter.BILINEAR);
    for (int i = 0; i < images; i++) {
      StoredImage image = split.image(i);
      Sample square = Sample.centralCrop(image.size(), crop, crop);
      pixels.writeBytes(square.of(image, resampler).pixels());
    }
    return new FixtureImages(pixels.toByteArray(), crop, crop);
  }
}
