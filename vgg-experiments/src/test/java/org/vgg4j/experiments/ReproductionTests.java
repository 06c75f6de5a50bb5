package org.vgg4j.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vgg4j.core.StrictYaml;
import org.vgg4j.core.graph.Device;
import org.vgg4j.core.spec.NetworkCatalogue;
import org.vgg4j.core.weights.TensorFile;
import org.vgg4j.experiments.Experiment.PaperErrors;
import org.vgg4j.experiments.Experiment.Parent;
import org.vgg4j.experiments.Experiment.Row;
import org.vgg4j.experiments.Experiment.Training;
import org.vgg4j.experiments.table.Cell;
import org.vgg4j.experiments.table.Cell.SeedResult;
import org.vgg4j.experiments.table.ResultsTable;
import org.vgg4j.train.LayerMap;
import org.vgg4j.train.PlateauCourse;
import org.vgg4j.train.Recipe;
import org.vgg4j.train.RecipeSource;
import org.vgg4j.train.Safeguards;

/** A small table from nothing to its files: three stages that hang on each other. */
class ReproductionTests {
  private static final Experiment TABLE =
      new Experiment(
          3,
          "Small",
          List.of(
              row("A", "256", null),
              row("B", "256", new Parent("A", "256")),
              row("B", "384", new Parent("B", "256"))));

  @TempDir private Path folder;

  @Test
  void everyRowIsTrainedTestedAndWrittenBesideThePapersNumbers() throws IOException {
    ResultsTable table = new Reproduction(TABLE, settings("a"), new CountingListener()).run();
    assertThat(table.cells()).extracting("network").containsExactly("A", "B", "B");
    JsonNode cell =
        new ObjectMapper().readTree(folder.resolve("a/table3.json").toFile()).at("/cells/2");
    assertThat(cell.at("/trainScale").asText()).isEqualTo("55");
    assertThat(cell.at("/protocol").asText()).isEqualTo("dense|Q=37|flip");
    assertThat(cell.at("/images").asInt()).isEqualTo(20);
    assertThat(cell.at("/top1").asDouble()).isBetween(0.0, 100.0);
    assertThat(cell.at("/interval/top1/low").asDouble())
        .isLessThanOrEqualTo(cell.at("/top1").asDouble());
    assertThat(cell.at("/paper/top1").asDouble()).isEqualTo(29.6);
    assertThat(folder.resolve("a").resolve(cell.at("/run").asText())).isDirectory();
    assertThat(folder.resolve("a/table3.md")).content().contains("Differs from the paper's recipe");
    assertThat(folder.resolve("a/table3.csv")).exists();
  }

  @Test
  void aFinishedStageIsNeverTrainedAgain() {
    new Reproduction(TABLE, settings("b"), new CountingListener()).run();
    CountingListener second = new CountingListener();
    ResultsTable table = new Reproduction(TABLE, settings("b"), second).run();
    assertThat(second.epochs()).isZero();
    assertThat(second.tests()).isZero();
    assertThat(table.cells()).hasSize(3);
  }

  @Test
  void aRunThatIsKilledAndRunAgainEndsWithTheSameBits() {
    new Reproduction(TABLE, settings("whole"), new CountingListener()).run();
    for (int epochs : new int[] {1, 2}) {
      Reproduction killed =
          new Reproduction(TABLE, settings("killed"), new CountingListener().dyingAfter(epochs));
      assertThatThrownBy(killed::run).hasMessage("killed");
    }
    new Reproduction(TABLE, settings("killed"), new CountingListener()).run();
    assertThat(hashesOfWeights("killed")).hasSize(3).isEqualTo(hashesOfWeights("whole"));
  }

  @Test
  void stagesSideBySideGiveTheSameBitsAsOneAfterTheOther() {
    new Reproduction(TABLE, settings("one"), new CountingListener()).run();
    Settings two =
        new Settings(
            preset(),
            NetworkCatalogue.shipped(),
            DataSettings.at(preset().defaultData()),
            folder.resolve("two"),
            List.of(1L),
            Device.cpu().withThreads(2),
            2,
            Safeguards.standard(),
            false);
    new Reproduction(TABLE, two, new CountingListener()).run();
    assertThat(hashesOfWeights("two")).isEqualTo(hashesOfWeights("one"));
  }

  @Test
  void severalSeedsGiveTheirMeanWithStudentsInterval() {
    Experiment row = new Experiment(3, "One row", List.of(row("A", "256", null)));
    Settings settings = settings("seeds", preset(), List.of(1L, 2L));
    Cell cell = new Reproduction(row, settings, new CountingListener()).run().cells().get(0);
    assertThat(cell.seeds()).extracting(SeedResult::seed).containsExactly(1L, 2L);
    assertThat(cell.top1())
        .isEqualTo((cell.seeds().get(0).top1() + cell.seeds().get(1).top1()) / 2);
    assertThat(cell.interval().method()).contains("Student");
    assertThat(cell.seeds()).extracting(SeedResult::run).doesNotHaveDuplicates();
  }

  /** Section 3.1: B from A's layers, then B at another scale from B, here its last layers alone. */
  @Test
  void stagesTellAndKeepWhichLayersTheyStartFromAndTrainNoOthers() throws IOException {
    Recipe lastLayers =
        RecipeSource.with(preset().recipe(), List.of("fineTuning.trains=fc6 fc7 fc8"));
    Settings settings = settings("staged", preset().withRecipe(lastLayers), List.of(1L));
    CountingListener listener = new CountingListener();
    new Reproduction(TABLE, settings, listener).run();
    Path b = run("staged", "B-S37");
    Path larger = run("staged", "B-S55");
    assertThat(listener.remarks())
        .contains("A S=37 starts with all layers random")
        .anyMatch(line -> line.startsWith("B S=37 starts with conv1_1 conv2_1 conv3_1 conv3_2 fc6"))
        .contains(
            "B S=55 starts with all layers from " + b.getFileName() + "; only fc6 fc7 fc8 train");
    LayerMap map = StrictYaml.read(larger.resolve("layers.yaml"), LayerMap.class);
    assertThat(map.from()).isEqualTo(b.getFileName().toString());
    TensorFile before = TensorFile.open(b.resolve("weights.safetensors"));
    TensorFile after = TensorFile.open(larger.resolve("weights.safetensors"));
    for (LayerMap.Layer layer : map.layers()) {
      String name = layer.name() + "/weights";
      assertThat(Arrays.equals(before.floats(name), after.floats(name)))
          .as(name)
          .isNotEqualTo(layer.trains());
    }
  }

  private Path run(String out, String start) throws IOException {
    try (Stream<Path> runs = Files.list(folder.resolve(out).resolve("runs"))) {
      return runs.filter(r -> r.getFileName().toString().startsWith(start))
          .findFirst()
          .orElseThrow();
    }
  }

  private List<String> hashesOfWeights(String out) {
    try (Stream<Path> files = Files.walk(folder.resolve(out))) {
      return files
          .filter(file -> file.endsWith("weights.safetensors"))
          .sorted()
          .map(file -> folder.relativize(file).subpath(1, 3) + " " + TensorFile.sha256(file))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Settings settings(String out) {
    return settings(out, preset(), List.of(1L));
  }

  private Settings settings(String out, Preset preset, List<Long> seeds) {
    return new Settings(
        preset,
        NetworkCatalogue.shipped(),
        DataSettings.at(preset.defaultData()),
        folder.resolve(out),
        seeds,
        Device.cpu().withThreads(1),
        1,
        Safeguards.standard(),
        false);
  }

  private static Preset preset() {
    Recipe smoke = Recipe.shipped("smoke");
    Recipe quick =
        new Recipe(
            smoke.width(),
            smoke.crop(),
            smoke.pooling(),
            16,
            8,
            smoke.precision(),
            smoke.momentum(),
            smoke.momentumStyle(),
            smoke.weightDecay(),
            smoke.weightDecayOn(),
            smoke.dropout(),
            smoke.initialization(),
            smoke.pixelScale(),
            smoke.interpolation(),
            smoke.colourShift(),
            new PlateauCourse(0.01, 10, 1, 2, 6),
            new PlateauCourse(0.001, 10, 1, 2, 3));
    return new Preset("quick", new Preset.Factor(1, 7), quick, true, "generated:train=40,val=20");
  }

  private static Row row(String network, String scale, @Nullable Parent from) {
    return new Row(
        network, new Training(scale, from), "dense|Q=256|flip", new PaperErrors(29.6, 10.4));
  }
}
