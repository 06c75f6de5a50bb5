package org.vgg4j.experiments;

import static java.util.Objects.requireNonNull;
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
import org.vgg4j.experiments.Claim.Expectation;
import org.vgg4j.experiments.Row.Member;
import org.vgg4j.experiments.Row.PaperErrors;
import org.vgg4j.experiments.Training.Parent;
import org.vgg4j.experiments.table.Cell;
import org.vgg4j.experiments.table.ClaimResult;
import org.vgg4j.experiments.table.Result;
import org.vgg4j.experiments.table.Result.SeedResult;
import org.vgg4j.experiments.table.ResultsTable;
import org.vgg4j.train.LayerMap;
import org.vgg4j.train.Recipe;
import org.vgg4j.train.RecipeSource;
import org.vgg4j.train.Safeguards;

/** A small table from nothing to its files: three stages that hang on each other. */
class ReproductionTests {
  private static final Experiment TABLE =
      new Experiment(
          "3",
          "Small",
          List.of(
              row("A", "256", null),
              row("B", "256", new Parent("A", "256")),
              row("B", "384", new Parent("B", "256"))));

  @TempDir private Path folder;

  @Test
  void everyRowIsTrainedTestedAndWrittenBesideThePapersNumbers() throws IOException {
    ResultsTable table =
        new Reproduction(List.of(TABLE), settings("a"), new CountingListener()).run().get(0);
    assertThat(table.cells()).extracting(Cell::label).containsExactly("A", "B", "B");
    JsonNode cell =
        new ObjectMapper().readTree(folder.resolve("a/table3.json").toFile()).at("/cells/2");
    assertThat(cell.at("/trainScale").asText()).isEqualTo("55");
    assertThat(cell.at("/protocol").asText()).isEqualTo("dense|Q=37|flip");
    assertThat(cell.at("/result/images").asInt()).isEqualTo(20);
    assertThat(cell.at("/result/top1").asDouble()).isBetween(0.0, 100.0);
    assertThat(cell.at("/result/interval/top1/low").asDouble())
        .isLessThanOrEqualTo(cell.at("/result/top1").asDouble());
    assertThat(cell.at("/paper/top1").asDouble()).isEqualTo(29.6);
    assertThat(folder.resolve("a").resolve(cell.at("/result/parts/0/weights").asText()))
        .isRegularFile();
    assertThat(folder.resolve("a").resolve(cell.at("/result/parts/0/posteriors").asText()))
        .isRegularFile();
    assertThat(folder.resolve("a/table3.md")).content().contains("Differs from the paper's recipe");
    for (String ending : List.of("csv", "tex", "html")) {
      assertThat(folder.resolve("a/table3." + ending)).content().contains("29.6");
    }
    assertThat(ResultsTable.read(folder.resolve("a/table3.json"))).isEqualTo(table);
  }

  @Test
  void aFinishedStageIsNeverTrainedAgain() {
    new Reproduction(List.of(TABLE), settings("b"), new CountingListener()).run();
    CountingListener second = new CountingListener();
    ResultsTable table = new Reproduction(List.of(TABLE), settings("b"), second).run().get(0);
    assertThat(second.epochs()).isZero();
    assertThat(second.tests()).isZero();
    assertThat(table.cells()).hasSize(3);
  }

  @Test
  void aRunThatIsKilledAndRunAgainEndsWithTheSameBits() {
    new Reproduction(List.of(TABLE), settings("whole"), new CountingListener()).run();
    for (int epochs : new int[] {1, 2}) {
      Reproduction killed =
          new Reproduction(
              List.of(TABLE), settings("killed"), new CountingListener().dyingAfter(epochs));
      assertThatThrownBy(killed::run).hasMessage("killed");
    }
    new Reproduction(List.of(TABLE), settings("killed"), new CountingListener()).run();
    assertThat(hashesOfWeights("killed")).hasSize(3).isEqualTo(hashesOfWeights("whole"));
  }

  @Test
  void stagesSideBySideGiveTheSameBitsAsOneAfterTheOther() {
    new Reproduction(List.of(TABLE), settings("one"), new CountingListener()).run();
    new Reproduction(List.of(TABLE), twoAtATime("two"), new CountingListener()).run();
    assertThat(hashesOfWeights("two")).isEqualTo(hashesOfWeights("one"));
  }

  private Settings twoAtATime(String out) {
    return new Settings(
        QuickPreset.preset(),
        NetworkCatalogue.shipped(),
        DataSettings.at(QuickPreset.preset().defaultData()),
        folder.resolve(out),
        List.of(1L),
        Device.cpu().withThreads(2),
        2,
        Safeguards.standard(),
        false,
        WeightsChoices.none());
  }

  @Test
  void severalSeedsGiveTheirMeanWithStudentsInterval() {
    Experiment row = new Experiment("3", "One row", List.of(row("A", "256", null)));
    Settings settings = settings("seeds", QuickPreset.preset(), List.of(1L, 2L));
    ResultsTable table =
        new Reproduction(List.of(row), settings, new CountingListener()).run().get(0);
    Result result = requireNonNull(table.cells().get(0).result());
    assertThat(result.seeds()).extracting(SeedResult::seed).containsExactly(1L, 2L);
    assertThat(result.top1())
        .isEqualTo((result.seeds().get(0).top1() + result.seeds().get(1).top1()) / 2);
    assertThat(result.interval().method()).contains("Student");
  }

  @Test
  void fusedRowsAndClaimsComeFromTheSameStages() {
    Experiment fusing =
        new Experiment(
            "fusing",
            "Fusion",
            null,
            List.of(
                row("A", "256", null),
                row("B", "256", new Parent("A", "256")),
                new Row(
                    "A & B",
                    null,
                    null,
                    null,
                    List.of(
                        new Member("A", new Training("256", null), "dense|Q=256|flip"),
                        new Member(
                            "B", new Training("256", new Parent("A", "256")), "dense|Q=256|flip")),
                    null,
                    null),
                new Row("Others", null, null, null, null, "another method", new PaperErrors(1, 2))),
            List.of(
                new Claim("Fusion helps", "4.4", "A & B", "A/256", Expectation.LOWER),
                new Claim("B is no better", "4.1", "B/256", "A/256", Expectation.NOT_LOWER)));
    CountingListener listener = new CountingListener();
    ResultsTable table = new Reproduction(List.of(fusing), settings("f"), listener).run().get(0);
    assertThat(listener.tests()).isEqualTo(2);
    assertThat(table.cells()).extracting(Cell::label).containsExactly("A", "B", "A & B", "Others");
    assertThat(table.cells().get(3).result()).isNull();
    assertThat(table.claims()).extracting(ClaimResult::verdict).hasSize(2).doesNotContainNull();
    assertThat(folder.resolve("f/claims.md")).content().contains("Fusion helps", "B is no better");
    assertThat(folder.resolve("f/fusing.md")).content().contains("another method");
  }

  @Test
  void aTestThatSeveralRowsNeedIsMadeOnceAlsoAsHalfOfAnother() {
    Row dense = Row.of("A", new Training("256", null), "dense|Q=256|flip", null);
    Row both = Row.of("A", new Training("256", null), "multi-crop+dense|Q=256|grid=2x2|flip", null);
    Row crops = Row.of("A", new Training("256", null), "multi-crop|Q=256|grid=2x2|flip", null);
    Experiment sharing =
        new Experiment(
            "sharing",
            "Parts",
            null,
            List.of(named("both", both), named("crops", crops), named("dense", dense)),
            List.of());
    CountingListener listener = new CountingListener();
    new Reproduction(List.of(sharing), twoAtATime("sharing"), listener).run();
    assertThat(listener.tests()).isEqualTo(2);
  }

  private static Row named(String name, Row row) {
    return new Row(name, row.network(), row.train(), row.test(), null, null, null);
  }

  /** Section 3.1: B from A's layers, then B at another scale from B, here its last layers alone. */
  @Test
  void stagesTellAndKeepWhichLayersTheyStartFromAndTrainNoOthers() throws IOException {
    Recipe lastLayers =
        RecipeSource.with(QuickPreset.preset().recipe(), List.of("fineTuning.trains=fc6 fc7 fc8"));
    Settings settings =
        settings("staged", QuickPreset.preset().withRecipe(lastLayers), List.of(1L));
    CountingListener listener = new CountingListener();
    new Reproduction(List.of(TABLE), settings, listener).run();
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
    return settings(out, QuickPreset.preset(), List.of(1L));
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
        false,
        WeightsChoices.none());
  }

  private static Row row(String network, String scale, @Nullable Parent from) {
    return Row.of(
        network, new Training(scale, from), "dense|Q=256|flip", new PaperErrors(29.6, 10.4));
  }
}
