package org.vgg4j.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.vgg4j.core.weights.TensorFile;

/** {@code vgg explain}, from outside. */
class ExplainCommandTests {
  @RegisterExtension static final SmallOutput SMALL = new SmallOutput();

  @TempDir private Path folder;

  private final Terminal terminal = new Terminal();
  private Path out = Path.of("");

  @BeforeEach
  void copy() {
    out = SMALL.copyTo(folder);
  }

  private int explain(String... row) {
    terminal.clear();
    String[] arguments = new String[row.length + 3];
    arguments[0] = "explain";
    arguments[1] = out.toString();
    arguments[2] = "mine";
    System.arraycopy(row, 0, arguments, 3, row.length);
    return terminal.vgg(arguments);
  }

  @Test
  void aCellIsExplainedDownToTheRunsThatItsNetworkStartsFrom() {
    assertThat(explain("B", "37")).isZero();
    Path a = SmallOutput.run(out, "A");
    Path b = SmallOutput.run(out, "B");
    assertThat(terminal.out())
        .contains("row        mine B/37", "protocol   dense|Q=37|flip", "width 1/16 (paper: 1)")
        .contains("sha-256    " + TensorFile.sha256(b.resolve("weights.safetensors")))
        .containsSubsequence(
            "training " + a.getFileName(),
            "starts     all layers random",
            "training " + b.getFileName(),
            "starts     conv1_1 conv2_1 conv3_1 conv3_2 fc6 fc7 fc8 from " + a.getFileName(),
            "data       generated:train=40,val=20, SHA-256 ",
            "skipped    no image",
            "command    vgg reproduce mine.yaml --preset smoke --data generated:train=40,val=20"
                + " --threads 1 --parallel 1 --set training.iterations=6 --set batch=16"
                + " --set microBatch=16 --out new\n",
            "command    vgg verify " + out + " mine B/37");
  }

  @Test
  void aTableThatDoesNotTellItsOptionsSaysThatTheCommandMayLackSome() throws IOException {
    Path table = out.resolve("mine.json");
    String text = Files.readString(table);
    Files.writeString(table, text.replaceFirst("(?s),\\s*\"options\" : \\[.*?]", ""));
    assertThat(table).content().isNotEqualTo(text);
    assertThat(explain("B", "37")).as(terminal.err()).isZero();
    assertThat(terminal.out())
        .contains(
            "--parallel 1 --out new  # and --set, --weights and the like, as they were given");
  }

  @Test
  void optionsOfACommandAreWrittenForAShell() throws IOException {
    Path table = out.resolve("mine.json");
    Files.writeString(
        table, Files.readString(table).replace("\"batch=16\"", "\"dropout: $(it's)\""));
    assertThat(explain("B", "37")).isZero();
    assertThat(terminal.out()).contains(" --set 'dropout: $(it'\\''s)' --set ");
  }

  @Test
  void weightsThatWereGivenAreToldWithTheirFile() throws IOException {
    Path weights = SmallOutput.run(out, "A").resolve("weights.safetensors");
    Path given = folder.resolve("given");
    Path table = folder.resolve("mine.yaml");
    Files.writeString(
        table,
        """
        table: mine
        caption: Given weights
        rows: [{network: A, train: {scale: 256}, test: "dense|Q=256|flip"}]
        """);
    int status =
        terminal.vgg(
            "reproduce",
            table.toString(),
            "--weights=A/256=" + weights,
            "--data=" + SmallOutput.DATA,
            "--out=" + given);
    assertThat(status).as(terminal.err()).isZero();
    out = given;
    assertThat(explain("A")).isZero();
    String file =
        "weights.safetensors by nobody that is known here, SHA-256 " + TensorFile.sha256(weights);
    assertThat(terminal.out())
        .contains("filled by  published", "published  " + file)
        .contains(" --weights A/256=" + weights + " ")
        .doesNotContain("\ntraining ");
    assertThat(terminal.vgg("report", given.toString())).isZero();
    assertThat(given.resolve("report.html")).content().contains("<dd>" + file + "</dd>");
    assertThat(terminal.vgg("verify", given.toString(), "mine")).as(terminal.err()).isZero();
  }

  /** Other files fill other rows, and one that fills none is refused. */
  @Test
  void aTableOfGivenWeightsIsMadeAnewAsAWhole() {
    Path weights = SmallOutput.run(out, "A").resolve("weights.safetensors");
    out = folder.resolve("given");
    int status =
        terminal.vgg(
            "reproduce",
            "table3",
            "--weights=A/256=" + weights,
            "--weights-only",
            "--data=" + SmallOutput.DATA,
            "--out=" + out);
    assertThat(status).as(terminal.err()).isZero();
    assertThat(terminal.vgg("explain", out.toString(), "table3", "A")).isZero();
    assertThat(terminal.out())
        .contains("command    vgg reproduce table3 --preset smoke", " --weights A/256=" + weights)
        .contains(" --weights-only ")
        .doesNotContain(" --only ");
  }

  @Test
  void sAndQAreOursAndSlashesJoinThem() {
    assertThat(explain("B/37")).isZero();
    String joined = terminal.out();
    assertThat(explain("b", "S=37", "Q=37")).isZero();
    assertThat(terminal.out()).isEqualTo(joined);
  }

  @Test
  void aFusedRowHasATestAndATrainingForEachNetwork() {
    assertThat(explain("both")).isZero();
    assertThat(terminal.out())
        .contains("test of A S=37 seed 1", "test of B S=37 seed 1")
        .containsOnlyOnce("\ntraining A-S37");
  }

  @Test
  void aCitedRowTellsWhyItIsCited() {
    assertThat(explain("Others")).isZero();
    assertThat(terminal.out()).contains("cited: another method", "top-1 1.5%");
  }

  @Test
  void jsonHoldsTheSame() throws IOException {
    assertThat(explain("B", "--json")).isZero();
    JsonNode json = new ObjectMapper().readTree(terminal.out());
    assertThat(json.at("/tests/0/weightsSha256").asText())
        .isEqualTo(json.at("/tests/0/testedSha256").asText())
        .hasSize(64);
    assertThat(json.at("/trainings")).hasSize(2);
    assertThat(json.at("/cell/result/images").asInt()).isEqualTo(20);
  }

  @Test
  void withoutARowAllAreListed() {
    assertThat(explain()).isZero();
    assertThat(terminal.out()).contains("| A ", "| B ", "| both ", "| Others ");
  }

  @Test
  void otherWeightsThanWereTestedAreTold() throws IOException {
    Path weights = SmallOutput.run(out, "B").resolve("weights.safetensors");
    Files.write(
        weights, Files.readAllBytes(SmallOutput.run(out, "A").resolve("weights.safetensors")));
    assertThat(explain("B")).isZero();
    assertThat(terminal.out()).contains("NOT THE TESTED");
  }

  @Test
  void whatIsLeftIsExplainedWhereFilesAreGone() throws IOException {
    Path b = SmallOutput.run(out, "B");
    Files.delete(b.resolve("weights.safetensors"));
    Files.delete(b.resolve("spec.yaml"));
    Files.delete(b.resolve("posteriors/dense-Q37-flip.safetensors"));
    assertThat(explain("B")).isZero();
    assertThat(terminal.out()).contains("the file is gone", "tested by  unknown", "damaged");
  }

  @Test
  void anUnknownRowOrTableEndsInExitCodeAndSuggestion() {
    assertThat(explain("bothe")).isEqualTo(2);
    assertThat(terminal.err()).contains("mine: has no row bothe; did you mean both?");
    assertThat(terminal.vgg("explain", out.toString(), "mind")).isEqualTo(3);
    assertThat(terminal.err()).contains("has no table mind; did you mean mine?");
    assertThat(terminal.vgg("explain", folder.toString(), "mine")).isEqualTo(3);
    assertThat(terminal.err()).contains("is no output folder");
  }
}
