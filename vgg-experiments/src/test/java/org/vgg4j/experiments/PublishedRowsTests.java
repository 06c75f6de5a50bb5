package org.vgg4j.experiments;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vgg4j.core.Problem;
import org.vgg4j.core.graph.Device;
import org.vgg4j.core.spec.NetworkCatalogue;
import org.vgg4j.core.weights.TensorFile;
import org.vgg4j.experiments.table.Cell;
import org.vgg4j.experiments.table.Cell.Source;
import org.vgg4j.experiments.table.Result;
import org.vgg4j.experiments.table.Result.Published;
import org.vgg4j.train.Safeguards;

/** What a training made, given back as somebody's weights. */
class PublishedRowsTests {
  private static final String DATA = "generated:train=40,val=20";
  private static final Experiment TABLE =
      new Experiment("mine", "Mine", List.of(row("A"), row("B")));

  @TempDir private static Path folder;
  private static Path weights = Path.of("");
  private static Cell trained = Cell.cited("", "", null);

  @BeforeAll
  static void trainOneNetwork() {
    Experiment one = new Experiment("mine", "Mine", List.of(row("A")));
    Settings settings = settings("trained", DATA, WeightsChoices.none());
    trained = cells(one, settings, new CountingListener()).get(0);
    weights =
        folder
            .resolve("trained")
            .resolve(requireNonNull(trained.result()).parts().get(0).weights());
  }

  @Test
  void aRowFilledWithTrainedWeightsHasTheErrorsOfTheTrainedRow() {
    Settings settings = settings("filled", DATA, only("A/256=" + weights));
    CountingListener listener = new CountingListener();
    List<Cell> cells = cells(TABLE, settings, listener);
    Result filled = requireNonNull(cells.get(0).result());
    Result own = requireNonNull(trained.result());
    assertThat(filled.top1()).isEqualTo(own.top1());
    assertThat(filled.top5()).isEqualTo(own.top5());
    assertThat(filled.deviations()).isEmpty();
    assertThat(cells.get(0).source()).isEqualTo(Source.PUBLISHED);
    String sha256 = TensorFile.sha256(weights);
    assertThat(filled.parts().get(0).published())
        .isEqualTo(new Published("weights.safetensors", sha256, null));
    assertThat(filled.parts().get(0).posteriors())
        .startsWith("weights/weights-" + sha256.substring(0, 8) + "/posteriors/");
    assertThat(cells.get(1).result()).isNull();
    assertThat(cells.get(1).reason()).isEqualTo("not trained: --weights-only");
    assertThat(listener.epochs()).isZero();
    assertThat(listener.tests()).isEqualTo(1);
    cells(TABLE, settings, listener);
    assertThat(listener.tests()).as("posteriors are kept").isEqualTo(1);
  }

  @Test
  void weightsOfAnotherNetworkOrCropAreRefused() {
    assertThatThrownBy(() -> fill("network", DATA, "B/256=" + weights))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("does not hold the row's network B: it has pool1")
        .hasMessageContaining("where that has conv1_2");
    Settings mini = settings(Preset.named("mini"), "crop", DATA, only("A/256=" + weights));
    assertThatThrownBy(() -> cells(TABLE, mini, new CountingListener()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("crops of 32 pixels, not 64 as preset mini; use --preset smoke");
  }

  @Test
  void weightsThatKnowOtherClassesAreRefused() throws IOException {
    Path data = folder.resolve("photographs");
    for (String place : List.of("train/cat", "train/dog", "val/cat", "val/dog")) {
      Path images = Files.createDirectories(data.resolve(place));
      BufferedImage black = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
      ImageIO.write(black, "png", images.resolve("a.png").toFile());
    }
    assertThatThrownBy(() -> fill("classes", data.toString(), "A/256=" + weights))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("class");
  }

  @Test
  void posteriorsOfOtherImagesAreNotTaken() {
    fill("images", DATA, "A/256=" + weights);
    assertThatThrownBy(() -> fill("images", "generated:train=40,val=30", "A/256=" + weights))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("has posteriors of other images than those of generated:")
        .hasMessageContaining("dense-Q37-flip.safetensors");
  }

  /** As a full disk would: a folder stands where a file should be written. */
  @Test
  void whatIsDoneIsKeptWhereATableCanNotBeWritten() throws IOException {
    Path blocked = folder.resolve("full/mine.csv");
    Files.createDirectories(blocked.resolve("in-the-way"));
    assertThatThrownBy(() -> fill("full", DATA, "A/256=" + weights))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("mine.csv");
    Files.delete(blocked.resolve("in-the-way"));
    Files.delete(blocked);
    CountingListener again = new CountingListener();
    cells(TABLE, settings("full", DATA, only("A/256=" + weights)), again);
    assertThat(again.tests()).isZero();
    assertThat(blocked).isRegularFile();
  }

  private static void fill(String out, String data, String choice) {
    cells(TABLE, settings(out, data, only(choice)), new CountingListener());
  }

  private static List<Cell> cells(Experiment table, Settings settings, RunListener listener) {
    return new Reproduction(List.of(table), settings, listener).run().get(0).cells();
  }

  private static WeightsChoices only(String choice) {
    return new WeightsChoices(List.of(WeightsChoice.parse(choice)), true);
  }

  private static Settings settings(String out, String data, WeightsChoices choices) {
    return settings(QuickPreset.preset(), out, data, choices);
  }

  private static Settings settings(Preset preset, String out, String data, WeightsChoices choices) {
    return new Settings(
        preset,
        NetworkCatalogue.shipped(),
        DataSettings.at(data),
        folder.resolve(out),
        List.of(1L),
        Device.cpu().withThreads(1),
        1,
        Safeguards.standard(),
        false,
        choices);
  }

  private static Row row(String network) {
    return Row.of(network, new Training("256", null), "dense|Q=256|flip", null);
  }
}
