package org.vgg4j.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code vgg verify}, from outside: an honest folder holds, a planted change is found. */
class VerifyCommandTests {
  @RegisterExtension static final SmallOutput SMALL = new SmallOutput();

  @TempDir private Path folder;

  private final Terminal terminal = new Terminal();
  private Path out = Path.of("");

  @BeforeEach
  void copy() {
    out = SMALL.copyTo(folder);
  }

  private void replace(Path file, String what, String by) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(what);
    Files.writeString(file, text.replace(what, by));
  }

  private void differs(String told, String... arguments) {
    assertThat(terminal.vgg(arguments)).as(terminal.out()).isEqualTo(1);
    assertThat(terminal.out().lines().filter(line -> line.startsWith("differs")))
        .anyMatch(line -> line.contains(told));
  }

  @Test
  void anHonestFolderHolds() {
    assertThat(terminal.vgg("verify", out.toString())).as(terminal.out()).isZero();
    assertThat(terminal.out())
        .contains("same       mine A/37", "same       mine both", "mine ties: 3 rows")
        .contains("mine claims: 1 verdicts", "same       data generated:train=40,val=20")
        .contains(" 0 differ, 0 not checked");
  }

  @Test
  void testsAndTrainingsGiveTheSameBitsAgain() throws IOException {
    String[] all = {
      "verify", out.toString(), "mine", "B", "--posteriors", "--training", "--progress", "none"
    };
    assertThat(terminal.vgg(all)).as(terminal.out() + terminal.err()).isZero();
    assertThat(terminal.out())
        .contains("equal bits for 20 images")
        .containsPattern("same +training B-S37.*: equal bits in \\d+ tensors")
        .doesNotContain("training A-");
  }

  @Test
  void anErrorThatThePosteriorsDoNotGiveIsFound() throws IOException {
    replace(out.resolve("mine.json"), "\"images\" : 20", "\"images\" : 21");
    differs("the posteriors give", "verify", out.toString(), "mine", "both");
  }

  @Test
  void aVerdictThatThePosteriorsDoNotGiveIsFound() throws IOException {
    replace(out.resolve("mine.json"), "\"adjustedP\" : ", "\"adjustedP\" : 0.1e-9, \"p\" : ");
    Files.writeString(
        out.resolve("mine.json"),
        Files.readString(out.resolve("mine.json")).replaceFirst("\"p\" : [^,]+, *\"adj", "\"adj"));
    differs("B is better", "verify", out.toString());
  }

  @Test
  void aClaimThatComparesARowWithItselfIsFound() throws IOException {
    replace(out.resolve("mine.json"), "\"than\" : \"A/256\"", "\"than\" : \"B/256\"");
    differs("claim B is better: compares a row with itself", "verify", out.toString());
  }

  @Test
  void otherWeightsThanWereTestedAreFound() throws IOException {
    Path a = SmallOutput.run(out, "A").resolve("weights.safetensors");
    Files.write(SmallOutput.run(out, "B").resolve("weights.safetensors"), Files.readAllBytes(a));
    differs("those that were tested", "verify", out.toString(), "mine", "B");
  }

  @Test
  void aDamagedFileIsFoundAndTheOthersAreCheckedAllTheSame() throws IOException {
    Path file = SmallOutput.run(out, "A").resolve("weights.safetensors");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 5] ^= 1;
    Files.write(file, bytes);
    differs("differ from their checksum", "verify", out.toString());
    assertThat(terminal.out()).contains("same       mine B/37");
  }

  @Test
  void otherDataAreFound() {
    differs(
        "have SHA-256",
        "verify",
        out.toString(),
        "mine",
        "A",
        "--data",
        "generated:train=40,val=30");
  }

  @Test
  void aTrainingByAnotherRecipeIsNoRepetition() throws IOException {
    replace(SmallOutput.run(out, "A").resolve("spec.yaml"), "momentum: 0.9", "momentum: 0.8");
    differs(
        "was trained on other data, or by a version",
        "verify",
        out.toString(),
        "mine",
        "A",
        "--training");
  }

  @Test
  void aParentWithoutWeightsIsToldAsThat() throws IOException {
    Path a = SmallOutput.run(out, "A");
    Files.delete(a.resolve("weights.safetensors"));
    differs(
        "starts from " + a.getFileName() + ", whose weights are gone",
        "verify",
        out.toString(),
        "mine",
        "B",
        "--training",
        "--progress",
        "none");
  }

  @Test
  void rowsOfAnotherTableAreTakenWithTheSeedsOfTheTableThatClaims() throws IOException {
    Path claiming =
        Files.writeString(
            folder.resolve("claiming.yaml"),
            """
            table: claiming
            caption: Claiming
            rows:
              - {network: A, train: {scale: 256}, test: "dense|Q=384|flip"}
            claims:
              - {text: t, section: "4", row: A/256, than: "table3:A/256", expect: lower}
            """);
    out = folder.resolve("two");
    reproduce("table3", "--only=A/256", "--seeds=2");
    reproduce(claiming.toString(), "--seeds=1,2");
    assertThat(terminal.vgg("verify", out.toString())).as(terminal.out()).isZero();
    assertThat(terminal.out()).contains("claiming claims: 1 verdicts");
    reproduce("table3", "--only=A/256", "--seeds=1,2");
    reproduce(claiming.toString(), "--seeds=1");
    assertThat(terminal.vgg("verify", out.toString())).as(terminal.out()).isZero();
  }

  private void reproduce(String... what) {
    List<String> arguments = new ArrayList<>(List.of("reproduce"));
    arguments.addAll(List.of(what));
    arguments.addAll(List.of("--data=" + SmallOutput.DATA, "--out=" + out, "--progress=none"));
    arguments.addAll(List.of("--set=training.iterations=6", "--set=batch=16"));
    arguments.addAll(List.of("--set=microBatch=16", "--threads=1"));
    assertThat(terminal.vgg(arguments.toArray(String[]::new))).as(terminal.err()).isZero();
    terminal.clear();
  }

  @Test
  void dataThatAreNotAtHandAreToldAndFailNothing() {
    String[] elsewhere = {"verify", out.toString(), "--data", folder.resolve("none").toString()};
    assertThat(terminal.vgg(elsewhere)).isZero();
    assertThat(terminal.out()).contains("unchecked  data", "1 not checked");
  }
}
