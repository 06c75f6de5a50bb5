package org.vgg4j.experiments;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vgg4j.core.Problem;
import org.vgg4j.core.export.ExportFormat;
import org.vgg4j.core.export.ExportOptions;
import org.vgg4j.core.export.WeightsExport;
import org.vgg4j.core.weights.TensorFile;
import org.vgg4j.core.weights.TensorFileWriter;
import org.vgg4j.experiments.Row.Member;
import org.vgg4j.experiments.aid.CellTest;
import org.vgg4j.experiments.aid.OutputFolder;
import org.vgg4j.experiments.table.Cell;
import org.vgg4j.experiments.table.Cell.Source;
import org.vgg4j.experiments.table.Result.Part;

/** Rows from other programs' files, and rows of which only some networks are given. */
class ForeignRowsTests {
  private static final Training AT_256 = new Training("256", null);
  private static final Member A = new Member("A", AT_256, "dense|Q=256");
  private static final Member B = new Member("B", AT_256, "dense|Q=256");
  private static final Experiment TABLE =
      new Experiment(
          "mine",
          "Mine",
          List.of(
              Row.of("A", AT_256, "dense|Q=256", null),
              Row.of("B", AT_256, "dense|Q=256", null),
              new Row("both", null, null, null, List.of(A, B), null, null)));

  @TempDir private static Path folder;
  private static Path weights = Path.of("");
  private static List<Cell> trained = List.of();

  @BeforeAll
  static void trainBoth() {
    trained = cells("trained", WeightsChoices.none(), new CountingListener());
    weights = folder.resolve("trained").resolve(parts(trained.get(0)).get(0).weights());
  }

  @Test
  void anotherProgramsFileIsImportedAndGivesTheErrorsOfTheTrainedRow() {
    Path torch = folder.resolve("torch.safetensors");
    new WeightsExport(TensorFile.open(weights))
        .write(new ExportOptions(ExportFormat.named("safetensors-torch")), torch);
    List<Cell> cells = cells("foreign", choice(torch, true), new CountingListener());
    assertThat(cells.get(0).source()).isEqualTo(Source.PUBLISHED);
    assertThat(top1(cells.get(0))).isEqualTo(top1(trained.get(0)));
    Part part = parts(cells.get(0)).get(0);
    String sha256 = TensorFile.sha256(torch);
    assertThat(requireNonNull(part.published()).sha256()).isEqualTo(sha256);
    assertThat(part.weights())
        .isEqualTo("weights/torch-" + sha256.substring(0, 8) + "/weights.safetensors");
    OutputFolder out = OutputFolder.at(folder.resolve("foreign"));
    assertThat(out.runs()).isEmpty();
    assertThat(CellTest.of(out, out.table("mine").cells().get(0)))
        .singleElement()
        .satisfies(test -> assertThat(test.weights()).isRegularFile());
  }

  @Test
  void aFusedRowTakesSomeNetworksFromFilesAndHasTheOthersTrained() {
    CountingListener listener = new CountingListener();
    List<Cell> cells = cells("mixed", choice(weights, false), listener);
    assertThat(cells)
        .extracting(Cell::source)
        .containsExactly(Source.PUBLISHED, Source.TRAINED, Source.MIXED);
    assertThat(cells)
        .extracting(ForeignRowsTests::top1)
        .isEqualTo(trained.stream().map(ForeignRowsTests::top1).toList());
    assertThat(parts(cells.get(2)).get(0).published()).isNotNull();
    assertThat(parts(cells.get(2)).get(1).published()).isNull();
    assertThat(folder.resolve("mixed/runs")).isDirectoryNotContaining("glob:**/A-*");
    assertThat(listener.epochs()).as("B alone is trained").isPositive();
  }

  @Test
  void whereAnImportNeedsAChoiceItsCommandIsTold() {
    Path silent = folder.resolve("it's silent.safetensors");
    new TensorFileWriter(Map.of())
        .floats("conv1_1/weights", List.of(1), () -> new float[1])
        .writeTo(silent);
    assertThatThrownBy(() -> cells("silent", choice(silent, true), new CountingListener()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("echo 'narrow conv3-4 ")
        .hasMessageContaining("' > narrow.txt && vgg weights import '")
        .hasMessageContaining("it'\\''s silent.safetensors' --network narrow")
        .hasMessageContaining("--networks narrow.txt --crop 32 --layout torchvision");
  }

  private static WeightsChoices choice(Path file, boolean only) {
    return new WeightsChoices(List.of(WeightsChoice.parse("A/256=" + file)), only);
  }

  private static List<Cell> cells(String out, WeightsChoices choices, RunListener listener) {
    Settings settings = QuickPreset.settings(folder.resolve(out)).with(choices);
    return new Reproduction(List.of(TABLE), settings, listener).run().get(0).cells();
  }

  private static double top1(Cell cell) {
    return requireNonNull(cell.result()).top1();
  }

  private static List<Part> parts(Cell cell) {
    return requireNonNull(cell.result()).parts();
  }
}
