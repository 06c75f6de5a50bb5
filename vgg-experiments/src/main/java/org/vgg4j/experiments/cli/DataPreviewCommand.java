package org.vgg4j.experiments.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.Problem;
import org.vgg4j.core.Seed;
import org.vgg4j.core.spec.PaperNetworks;
import org.vgg4j.data.DataSource;
import org.vgg4j.data.augment.ColourShift;
import org.vgg4j.data.augment.ScaleRange;
import org.vgg4j.data.generated.GeneratedData;
import org.vgg4j.data.preview.Augmentations;
import org.vgg4j.data.preview.ContactSheet;
import org.vgg4j.data.statistics.PrincipalComponents;
import org.vgg4j.experiments.Preset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vgg data preview}. */
@Command(
    name = "preview",
    description = "Paints what training sees of a few images: a PNG file.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "The crops at the smallest and the largest S and with scale jittering, mirrored, and with",
      "shifted colours.",
      "",
      "Examples:",
      "  vgg data preview generated",
      "  vgg data preview imagenet --images 6 --seed 7 --out preview.png",
      "  vgg data preview photographs --layout flat --scale 37..73 --crop 32"
    })
final class DataPreviewCommand implements Callable<Integer> {
  private static final ScaleRange PAPER_SCALES = new ScaleRange(256, 512);
  private static final double PAPER_DEVIATION = 0.1;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = "preview.png",
      description = "the file to write (default: ${DEFAULT-VALUE})")
  private Path out = Path.of("preview.png");

  @Option(
      names = "--images",
      defaultValue = "4",
      description = "how many images (default: ${DEFAULT-VALUE})")
  private int images;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "which images and crops (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--preset",
      completionCandidates = Candidates.Presets.class,
      description = "smoke, mini or paper: size of S and crop (default: paper; generated: smoke)")
  private @Nullable String preset;

  @Option(names = "--scale", paramLabel = "S", description = "S, in place of the preset's")
  private @Nullable String scale;

  @Option(names = "--crop", description = "side of the crops, in place of the preset's")
  private @Nullable Integer crop;

  @Mixin private DatasetOptions dataset = new DatasetOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (images < 1) {
      throw Problem.configuration("--images " + images, "shows nothing", "give 1 or more");
    }
    Augmentations augmentations = augmentations();
    try (DataSource source = dataset.open()) {
      ContactSheet.of(source.any(), images, augmentations, new Seed(seed)).write(out);
    }
    PrintWriter terminal = spec.commandLine().getOut();
    terminal.println("wrote " + out);
    terminal.flush();
    return 0;
  }

  private Augmentations augmentations() {
    Preset size = Preset.named(preset());
    return new Augmentations(
        scale == null ? size.scaled(PAPER_SCALES) : ScaleRange.parse(scale),
        crop == null ? size.factor().of(PaperNetworks.CROP) : crop,
        new ColourShift(PAPER_DEVIATION, PrincipalComponents.KRIZHEVSKY));
  }

  private String preset() {
    String usual = GeneratedData.isMeantBy(dataset.location()) ? "smoke" : "paper";
    return preset == null ? usual : preset;
  }
}
