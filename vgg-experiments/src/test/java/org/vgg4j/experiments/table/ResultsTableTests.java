package org.vgg4j.experiments.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vgg4j.core.Problem;
import org.vgg4j.experiments.table.Cell.PaperRow;
import org.vgg4j.experiments.table.Cell.Source;
import org.vgg4j.experiments.table.ClaimResult.Verdict;
import org.vgg4j.experiments.table.Result.Intervals;
import org.vgg4j.experiments.table.Result.Range;

/** One table in all its forms. */
class ResultsTableTests {
  private static final Provenance PROVENANCE =
      new Provenance(
          "photos",
          "0123",
          List.of("bad.jpg"),
          List.of(1L),
          "1",
          "2.18",
          "17",
          "Linux",
          "cpu",
          true,
          null);

  private static final ResultsTable TABLE =
      new ResultsTable(
          "table7",
          "Table 7: State of the art",
          "paper",
          PROVENANCE,
          List.of(
              new Cell(
                  "D",
                  "256",
                  "256",
                  "dense|Q=256|flip",
                  Source.TRAINED,
                  null,
                  result("a"),
                  new PaperRow("256", "256", 27.0, 8.8, null)),
              new Cell(
                  "D & E",
                  "",
                  "",
                  "dense|Q=256|flip",
                  Source.PUBLISHED,
                  null,
                  result("ab"),
                  new PaperRow("", "", 23.7, 6.8, 6.8)),
              Cell.cited("GoogLeNet", "another method", new PaperRow("", "", null, 7.9, null))),
          List.of(claim(Verdict.INCONCLUSIVE, "12,000 images")));

  @TempDir private Path folder;

  private static Result result(String ties) {
    Intervals intervals = new Intervals(new Range(26.2, 27.9), new Range(8.1, 9.4), "Wilson's");
    return new Result(
        27.04, 8.75, intervals, 1000, ties, List.of(), List.of(), 60, List.of("width 1/8"));
  }

  private static ClaimResult claim(Verdict verdict, @Nullable String wouldDecide) {
    return new ClaimResult(
        "Fusion helps",
        "4.4",
        "D & E",
        "D",
        "lower",
        verdict,
        -0.3,
        new Range(-1.04, 0.44),
        0.2,
        0.4,
        0.9,
        wouldDecide,
        -1.1);
  }

  @Test
  void markdownHasThePapersNumbersBesideOursAndCitesTheOthers() {
    assertThat(TABLE.markdown())
        .startsWith(
            "**Table 7: State of the art (preset paper, data photos, 1000 validation images)**")
        .contains(
            "| D         | 256 | 256 |    27.0 | 26.2 to 27.9       | a    |     8.8 | 8.1 to 9.4         |")
        .containsPattern("\\| GoogLeNet \\| +- \\| +- \\|")
        .contains("[1] Differs from the paper's recipe: width 1/8.")
        .contains("Left out, as they can't be decoded: bad.jpg.")
        .contains("rows that share a letter do not differ significantly")
        .contains("Intervals: Wilson's.");
  }

  @Test
  void aTestErrorOfOursIsNeverMadeOfValidationImages() {
    List<String> lines = TABLE.markdown().lines().toList();
    assertThat(lines.get(2)).contains("test top-5", "paper test top-5");
    assertThat(lines.get(5)).contains(" n/a ", " published ");
    assertThat(lines.get(6)).doesNotContain("n/a").contains("cited", "another method");
  }

  @Test
  void aClaimTellsItsVerdictItsEffectAndWhatWouldDecide() {
    assertThat(TABLE.markdown())
        .containsPattern(
            "\\| Fusion helps +\\| +4.4 \\| inconclusive \\| +-0.3 \\| -1.0 to \\+0.4 \\| +0.400 \\| +0.9 \\| +-1.1 \\|")
        .contains("12,000 images")
        .contains("| visible from |", "Visible from: a smaller difference may go unseen");
    assertThat(new ClaimReport(List.of(TABLE)).markdown())
        .contains("0 reproduced, 0 contradicted, 1 inconclusive.")
        .contains("## Table 7: State of the art (preset paper)");
    assertThat(new ClaimReport(List.of(TABLE)).json()).contains("\"table7\" : [ {");
  }

  @Test
  void claimsOverManyImagesHaveTwoDecimalsAndNothingHasNoSign() {
    ClaimResult zero =
        new ClaimResult(
            "Nothing changes",
            "4.1",
            "D & E",
            "D",
            "not lower",
            Verdict.REPRODUCED,
            -0.002,
            new Range(-0.24, 0.004),
            0.9,
            1,
            0.126,
            null,
            -0.0);
    assertThat(new ClaimsText(List.of(zero), PointText.of(50_000)).markdown())
        .containsPattern("\\| +0.00 \\| -0.24 to 0.00 \\| +1.000 \\| +0.13 \\| +0.0 \\| +- +\\|");
    assertThat(new ClaimsText(List.of(zero), PointText.of(1000)).markdown())
        .containsPattern("\\| +0.0 \\| -0.2 to 0.0 +\\| +1.000 \\| +0.1 \\| +0.0 \\|");
  }

  @Test
  void aTableWithoutASmallestVisibleDifferenceIsReadAndShowsNone() throws IOException {
    String without = TABLE.json().replaceAll("\\s+\"smallestVisible\" : [^\\n]+", "");
    ResultsTable read =
        ResultsTable.read(Files.writeString(folder.resolve("table7.json"), without));
    assertThat(read.claims().get(0).smallestVisible()).isNull();
    assertThat(read.markdown()).containsPattern("0.400 \\| +- \\| +-1.1 \\|");
  }

  @Test
  void latexEscapesWhatItMust() {
    assertThat(TABLE.latex())
        .startsWith("\\begin{table}\n\\caption{Table 7: State of the art")
        .contains("\\toprule", "\\midrule", "\\bottomrule", "D \\& E", "top-1 \\%")
        .contains("dense\\textbar{}Q=256\\textbar{}flip");
  }

  @Test
  void htmlEscapesWhatItMust() {
    assertThat(TABLE.html()).contains("<caption>", "<td>D &amp; E</td>", "class=\"number\"");
  }

  @Test
  void whatTheMarksMeanStandsUnderEveryTableForPeople() {
    assertThat(TABLE.latex())
        .contains("\\end{tabular}\n\\par{}[1] Differs from the paper's recipe: width 1/8.\n")
        .contains("\\par{}Left out, as they can't be decoded: bad.jpg.\n", "5\\%")
        .endsWith("\\par{}Intervals: Wilson's.\n\\end{table}\n");
    assertThat(TABLE.html())
        .contains("</table>\n<p>[1] Differs from the paper&#39;s recipe: width 1/8.</p>\n")
        .endsWith("<p>Intervals: Wilson&#39;s.</p>\n");
  }

  @Test
  void csvTellsDeviationsInFullAndNoTwoColumnsHaveOneName() {
    List<String> lines = TABLE.csv().lines().toList();
    assertThat(Splitter.on(',').split(lines.get(0)))
        .doesNotHaveDuplicates()
        .contains("top-1 95% interval", "top-5 95% interval");
    assertThat(lines.get(1)).endsWith(",width 1/8");
    assertThat(lines.get(3)).endsWith(",another method");
  }

  @Test
  void aTableReadsBackAsItWasWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("table7.json"), TABLE.json());
    assertThat(ResultsTable.read(file)).isEqualTo(TABLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "{}",
        "[]",
        "{\"name\": \"t\", \"title\": \"T\", \"preset\": \"p\", \"cells\": [], \"claims\": []}",
        "PROVENANCE null",
        "CELLS null",
        "CELLS [null]",
        "CELLS [{\"label\": \"D\"}]"
      })
  void aTableThatLacksSomethingIsAProblem(String text) throws IOException {
    String json =
        text.startsWith("PROVENANCE")
            ? TABLE.json().replaceFirst("(?s)\"provenance\" : \\{.*?}", "\"provenance\" : null")
            : text.startsWith("CELLS")
                ? TABLE
                    .json()
                    .replaceFirst(
                        "(?s)\"cells\" : .*\"claims\"",
                        "\"cells\" : " + text.substring(6) + ", \"claims\"")
                : text;
    Path file = Files.writeString(folder.resolve("table7.json"), json);
    assertThatThrownBy(() -> ResultsTable.read(file))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("table7.json: is no table of this version")
        .hasMessageNotContaining("org.vgg4j");
  }

  @Test
  void aKeyThatIsMissingIsToldByItsName() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("table7.json"), TABLE.json().replaceFirst("\"device\" : \"cpu\",", ""));
    assertThatThrownBy(() -> ResultsTable.read(file))
        .hasMessageContaining("it lacks the key provenance.device");
  }

  @Test
  void aTableOfAnotherVersionIsAProblem() throws IOException {
    Path file = Files.writeString(folder.resolve("table7.json"), "{\"table\": 7}");
    assertThatThrownBy(() -> ResultsTable.read(file))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("is no table of this version")
        .hasMessageContaining("make it again with vgg reproduce");
  }
}
