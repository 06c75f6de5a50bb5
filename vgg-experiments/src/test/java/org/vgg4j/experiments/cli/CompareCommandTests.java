package org.vgg4j.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code vgg compare}, from outside. */
class CompareCommandTests {
  @TempDir private Path folder;

  private final Terminal terminal = new Terminal();
  private StoreFiles stores = new StoreFiles(Path.of(""));

  @BeforeEach
  void place() {
    stores = new StoreFiles(folder);
  }

  @Test
  void theBetterOfTwoIsNamedWithIntervalTestAndWhatTheSetCanSee() {
    String first = stores.wrong("a", 40);
    assertThat(terminal.vgg("compare", first, stores.wrong("b", 20))).as(terminal.err()).isZero();
    assertThat(terminal.out())
        .contains("| A   | " + first, "| B - A ", "-10.0", "| <0.0001 |", "| visible from |")
        .doesNotContain("Holm p", "ties")
        .containsPattern(
            "B is better by 10\\.0 points \\(95% interval [56]\\.\\d to 1[45]\\.\\d, mid-p <0\\.0001\\);"
                + " this set does not reliably see less than 6\\.\\d");
    assertThat(terminal.err())
        .contains("second minus first, in percentage points", "10,000 resamples, seed 1");
  }

  @Test
  void theFirstCanBeTheBetterOne() {
    assertThat(terminal.vgg("compare", stores.wrong("a", 20), stores.wrong("b", 40))).isZero();
    assertThat(terminal.out()).contains("A is better by 10.0 points (95% interval ");
  }

  @Test
  void aDifferenceThatCouldBeChanceIsCalledSo() {
    assertThat(terminal.vgg("compare", stores.wrong("a", 20), stores.wrong("b", 22))).isZero();
    assertThat(terminal.out())
        .contains("A and B are not shown to differ: B - A is 1.0 points (95% interval 0.0 to ")
        .contains("mid-p 0.25)");
  }

  @Test
  void aStoreIsNotShownToDifferFromItself() {
    String store = stores.wrong("a", 20);
    assertThat(terminal.vgg("compare", store, store)).isZero();
    assertThat(terminal.out())
        .contains("not shown to differ: B - A is 0.0 points (95% interval 0.0 to 0.0, mid-p 1)");
  }

  @Test
  void aFamilyIsJudgedByHolmWithLettersForTies() {
    String worst = stores.wrong("a", 60);
    String best = stores.wrong("b", 20);
    String tied = stores.wrong("c", 22);
    assertThat(terminal.vgg("compare", worst, best, tied, "--holm")).isZero();
    assertThat(terminal.out())
        .contains("| b    |", "| a    |", "| ties |", "| C - B ", "Holm p 0.25");
    assertThat(terminal.err()).doesNotContain("one by one");
    terminal.clear();
    assertThat(terminal.vgg("compare", worst, best, tied)).isZero();
    assertThat(terminal.err()).contains("--holm judges them as one family");
  }

  @Test
  void topFiveErrorsAreComparedOnRequest() {
    String first = stores.wrong("a", 40);
    String second = stores.wrong("b", 20);
    assertThat(terminal.vgg("compare", first, second, "--top", "5")).isZero();
    assertThat(terminal.out()).contains("top-5 %");
  }

  @Test
  void jsonHasEveryNumberUnrounded() throws IOException {
    String first = stores.wrong("a", 40);
    assertThat(terminal.vgg("compare", first, stores.wrong("b", 20), "--json")).isZero();
    JsonNode family = new ObjectMapper().readTree(terminal.out());
    JsonNode pair = family.get("pairs").get(0);
    assertThat(pair.get("first").asText()).isEqualTo(first);
    assertThat(pair.get("difference").asDouble()).isEqualTo(-10);
    assertThat(pair.get("onlyFirstWrong").asInt()).isEqualTo(20);
    assertThat(pair.get("exactP").asDouble()).isCloseTo(Math.pow(2, -19), within(1e-15));
    assertThat(pair.get("interval").get("low").asDouble()).isLessThan(-10);
    assertThat(family.get("letters").get(1).asText()).isEqualTo("a");
    assertThat(terminal.err()).isEmpty();
  }

  @Test
  void storesWithCommasAreSeedsOfOneNetwork() {
    String first = stores.wrong("a1", 40) + "," + stores.wrong("a2", 42);
    String second = stores.wrong("b1", 20) + "," + stores.wrong("b2", 21);
    assertThat(terminal.vgg("compare", first, second)).as(terminal.err()).isZero();
    assertThat(terminal.out())
        .contains("| deviation |", "| Welch p |", "B is better by 10.3 points (95% interval ");
    terminal.clear();
    assertThat(terminal.vgg("compare", first, stores.wrong("c", 20))).isEqualTo(2);
    assertThat(terminal.err()).contains("c.safetensors: is one seed, but others have several");
  }

  @Test
  void aStoreIsNotTwoSeeds() throws IOException {
    String first = stores.wrong("a", 40);
    String second = stores.wrong("d", 20);
    String copy = folder.resolve("copy.safetensors").toString();
    Files.copy(Path.of(second), Path.of(copy));
    String others = stores.wrong("a2", 41) + "," + stores.wrong("a3", 42);
    String way = "; give every seed its own store, once";
    refused(
        2, first + ": holds the same posteriors as " + first + way, twice(first), twice(second));
    refused(2, copy + ": holds the same posteriors as " + second, others, second + "," + copy);
    refused(
        2,
        first + ": holds the same posteriors as " + first,
        others + "," + first,
        first + "," + second);
  }

  private static String twice(String store) {
    return store + "," + store;
  }

  @Test
  void partialStoresAreSaidToBePartial() {
    Map<String, String> part = Map.of("partial", "200 of 50000 images");
    assertThat(terminal.vgg("compare", stores.wrong("a", 9, part), stores.wrong("b", 8, part)))
        .isZero();
    assertThat(terminal.err()).contains("PARTIAL: 200 of 50000 images");
  }

  @Test
  void storesThatDoNotBelongTogetherEndInExitCode3AndOneLine() {
    String first = stores.wrong("a", 40);
    refused(3, "lacks image val/199 of " + first, first, stores.shorter("b"));
    refused(3, "has image val/0 in class 3, " + first, first, stores.relabelled("c"));
    refused(
        3,
        "is PARTIAL (200 of 50000 images), " + first + " is a whole split",
        first,
        stores.wrong("d", 1, Map.of("partial", "200 of 50000 images")));
    refused(3, "none: can't be read (no such file)", first, folder.resolve("none").toString());
  }

  @Test
  void wrongUsageEndsInExitCode2() {
    String first = stores.wrong("a", 40);
    String second = stores.wrong("b", 20);
    refused(2, "--top 6: shows nothing about 6 classes; use 1 to 5", first, second, "--top", "6");
    refused(2, "--top 0: shows nothing about 6 classes", first, second, "--top", "0");
    refused(2, "--resamples 99: are too few for an interval", first, second, "--resamples", "99");
    refused(2, "',': names no store; give files of posteriors", first, ",");
    assertThat(terminal.vgg("compare", first)).isEqualTo(2);
  }

  private void refused(int exitCode, String message, String... arguments) {
    terminal.clear();
    String[] all = new String[arguments.length + 1];
    all[0] = "compare";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    assertThat(terminal.vgg(all)).isEqualTo(exitCode);
    assertThat(terminal.err()).startsWith("vgg: ").contains(message).hasLineCount(1);
    assertThat(terminal.out()).isEmpty();
  }
}
