package org.vgg4j.experiments;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.vgg4j.core.Problem;
import org.vgg4j.core.spec.NetworkCatalogue;

class ExperimentTests {
  /** Section 4.1 of the paper: network, S, Q, top-1 and top-5 validation error in percent. */
  private static final List<String> TABLE_3 =
      List.of(
          "A 256 256 29.6 10.4",
          "A-LRN 256 256 29.7 10.5",
          "B 256 256 28.7 9.9",
          "C 256 256 28.1 9.4",
          "C 384 384 28.1 9.3",
          "C 256..512 384 27.3 8.8",
          "D 256 256 27.0 8.8",
          "D 384 384 26.8 8.7",
          "D 256..512 384 25.6 8.1",
          "E 256 256 27.3 9.0",
          "E 384 384 26.9 8.7",
          "E 256..512 384 25.5 8.0");

  /** Section 4.2 of the paper. */
  private static final List<String> TABLE_4 =
      List.of(
          "B 256 224,256,288 28.2 9.6",
          "C 256 224,256,288 27.7 9.2",
          "C 384 352,384,416 27.8 9.2",
          "C 256..512 256,384,512 26.3 8.2",
          "D 256 224,256,288 26.6 8.6",
          "D 384 352,384,416 26.5 8.6",
          "D 256..512 256,384,512 24.8 7.5",
          "E 256 224,256,288 26.9 8.7",
          "E 384 352,384,416 26.7 8.6",
          "E 256..512 256,384,512 24.8 7.5");

  @TempDir private Path folder;

  @Test
  void theShippedTable3HasThePapersRowsAndNumbers() {
    assertThat(Experiments.named("table3").rows())
        .extracting(ExperimentTests::text)
        .isEqualTo(TABLE_3);
  }

  @Test
  void theShippedTable4HasThePapersRowsAndNumbers() {
    assertThat(Experiments.named("table4").rows())
        .extracting(ExperimentTests::text)
        .isEqualTo(TABLE_4);
  }

  @Test
  void theShippedTable5HasThePapersRowsAndNumbers() {
    assertThat(Experiments.named("table5").rows())
        .extracting(row -> row.label() + " " + numbers(row))
        .containsExactly(
            "D dense 24.8 7.5 null",
            "D multi-crop 24.6 7.5 null",
            "D multi-crop & dense 24.4 7.2 null",
            "E dense 24.8 7.5 null",
            "E multi-crop 24.6 7.4 null",
            "E multi-crop & dense 24.4 7.1 null");
  }

  @Test
  void theShippedTable6FusesThePapersNetworks() {
    Experiment table = Experiments.named("table6");
    assertThat(table.rows())
        .extracting(row -> row.label() + " " + numbers(row))
        .containsExactly(
            "ILSVRC submission, 7 nets 24.7 7.5 7.3",
            "D & E, dense 24.0 7.1 7.0",
            "D & E, multi-crop 23.9 7.2 null",
            "D & E, multi-crop & dense 23.7 6.8 6.8");
    assertThat(table.rows().get(0).tests())
        .extracting(test -> test.training() + " " + test.test())
        .containsExactly(
            "D/256 dense|Q=224,256,288|flip",
            "D/384 dense|Q=352,384,416|flip",
            "D/256..512 dense|Q=256,384,512|flip",
            "C/256 dense|Q=224,256,288|flip",
            "C/384 dense|Q=352,384,416|flip",
            "E/256 dense|Q=224,256,288|flip",
            "E/384 dense|Q=352,384,416|flip");
    assertThat(table.rows().get(0).tests().get(2).train().changes())
        .containsExactly(Map.entry("fineTuning.trains", "fc6 fc7 fc8"));
  }

  @Test
  void theShippedTable7CitesTheOthers() {
    assertThat(Experiments.named("table7").rows())
        .hasSize(15)
        .filteredOn(row -> row.cited() == null)
        .extracting(row -> row.label() + " " + numbers(row))
        .containsExactly(
            "VGG (2 nets, multi-crop & dense) 23.7 6.8 6.8",
            "VGG (1 net, multi-crop & dense) 24.4 7.1 7.0",
            "VGG (ILSVRC submission, 7 nets, dense) 24.7 7.5 7.3");
  }

  @ParameterizedTest
  @FieldSource("org.vgg4j.experiments.Experiments#NAMES")
  void everyShippedExperimentIsSoundWithItsClaims(String name) {
    Experiment experiment = Experiments.named(name);
    assertThat(experiment.name()).isEqualTo(name);
    assertThat(experiment.computed()).isNotEmpty();
    DataIdentity data = new DataIdentity("generated", "0123", 10, 1000, List.of());
    for (String preset : List.of("smoke", "mini", "paper")) {
      Plan plan = new Plan(experiment, Preset.named(preset), NetworkCatalogue.shipped(), data);
      assertThat(plan.stages(1)).isNotEmpty();
    }
  }

  @Test
  void anUnknownExperimentIsToldWithTheNearest() {
    assertThatThrownBy(() -> Experiments.named("tabel3"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("did you mean table3?");
  }

  @Test
  void aRowOfNoFormIsRefused() {
    assertThatThrownBy(() -> read("{network: mine, test: \"dense|Q=256\"}"))
        .hasMessageContaining("a row has network, train and test, or none of them");
    assertThatThrownBy(() -> read("{name: mine}"))
        .hasMessageContaining("a row has network, train and test; or fuse; or cited");
    assertThatThrownBy(() -> read("{cited: elsewhere}"))
        .hasMessageContaining("a row that is no single network has a name");
  }

  @Test
  void aClaimAboutAMissingRowIsToldWithTheNearest() throws IOException {
    Experiment mine =
        mine(
            """
            rows:
              - {network: A, train: {scale: 256}, test: "dense|Q=256"}
            claims:
              - {text: t, section: "4", row: A/265, than: "table3:B/256", expect: lower}
            """);
    assertThatThrownBy(mine::computed)
        .isInstanceOf(Problem.class)
        .hasMessageContaining("mine: claims: A/265 is no row of mine")
        .hasMessageContaining("did you mean A/256?");
  }

  @Test
  void someRowsCanBeChosenWithTheClaimsOfThemAlone() {
    List<Experiment> tables = List.of(Experiments.named("table3"), Experiments.named("table5"));
    List<Experiment> chosen = new RowSelection(List.of("A/256", "B/256")).of(tables);
    assertThat(chosen).as("tables with such a row").hasSize(1);
    Experiment some = chosen.get(0);
    assertThat(some.rows()).extracting(Row::label).containsExactly("A/256", "B/256");
    assertThat(some.claimed()).extracting(Claim::row).containsExactly("B/256");
    assertThatThrownBy(() -> new RowSelection(List.of("F/256")).of(tables))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("table3, table5: has no row F/256");
  }

  @Test
  void aRowThatIsChosenStillStartsFromOneThatIsNot() throws IOException {
    Experiment mine =
        mine(
            """
            rows:
              - {network: A, train: {scale: 256}, test: "dense|Q=256"}
              - {network: B, train: {scale: 256, from: {network: A, scale: 256}}, test: "dense|Q=256"}
            """);
    Experiment some = new RowSelection(List.of("B/256")).of(List.of(mine)).get(0);
    Plan plan = new Plan(some, Preset.named("smoke"), NetworkCatalogue.shipped(), PlanTests.DATA);
    assertThat(plan.stages(1)).extracting(Stage::title).containsExactly("A S=37", "B S=37");
  }

  @Test
  void twoTablesOfOneNameAreNotWrittenOverEachOther() {
    Experiment table = Experiments.named("table3");
    assertThatThrownBy(() -> Experiments.checkNames(List.of(table, table)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("table3: is the name of two tables");
  }

  @Test
  void aClaimOfARowWithAColonInItsNameGoesWithThatRow() throws IOException {
    Experiment mine =
        mine(
            """
            rows:
              - {name: "D: x", network: A, train: {scale: 256}, test: "dense|Q=256"}
              - {network: B, train: {scale: 256}, test: "dense|Q=256"}
            claims:
              - {text: t, section: "4", row: B/256, than: "D: x", expect: lower}
            """);
    assertThat(mine.computed()).hasSize(2);
    assertThat(new RowSelection(List.of("B/256")).of(List.of(mine)).get(0).claimed()).isEmpty();
    assertThat(new RowSelection(List.of("B/256", "D: x")).of(List.of(mine)).get(0).claimed())
        .hasSize(1);
  }

  private Experiment mine(String rest) throws IOException {
    Path file = folder.resolve("mine.yaml");
    Files.writeString(file, "table: mine\ncaption: Mine\n" + rest);
    return Experiments.named(file.toString());
  }

  private static String text(Row row) {
    Row.Member test = row.tests().get(0);
    return String.join(
        " ",
        test.network(),
        test.train().scale(),
        test.test().replaceAll("dense\\|Q=([\\d,]+)\\|flip", "$1"),
        String.valueOf(requireNonNull(row.paper()).top1()),
        String.valueOf(row.paper().top5()));
  }

  private static String numbers(Row row) {
    Row.PaperErrors paper = requireNonNull(row.paper());
    return paper.top1() + " " + paper.top5() + " " + paper.test5();
  }

  @Test
  void aRowWithoutThePapersNumbersIsEnoughOfOnesOwn() throws IOException {
    Experiment own = read("{network: mine, train: {scale: 256}, test: \"dense|Q=256\"}");
    assertThat(own.rows().get(0).paper()).isNull();
    assertThat(own.rows().get(0).tests().get(0).train().from()).isNull();
  }

  @Test
  void aBadScaleIsToldWithItsLine() {
    assertThatThrownBy(() -> read("{network: mine, train: {scale: big}, test: \"dense|Q=256\"}"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("mine.yaml:4")
        .hasMessageContaining("train scale big");
  }

  @Test
  void anExperimentWithoutRowsIsRefused() {
    Path file = folder.resolve("mine.yaml");
    assertThatThrownBy(
            () -> {
              Files.writeString(file, "table: 9\ncaption: none\nrows: []\n");
              Experiments.named(file.toString());
            })
        .isInstanceOf(Problem.class)
        .hasMessageContaining("at least one row");
  }

  private Experiment read(String row) throws IOException {
    Path file = folder.resolve("mine.yaml");
    Files.writeString(file, "table: 9\ncaption: Mine\nrows:\n  - " + row + "\n");
    return Experiments.named(file.toString());
  }
}
