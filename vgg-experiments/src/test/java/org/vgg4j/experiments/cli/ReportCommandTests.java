package org.vgg4j.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code vgg report}, from outside and in a browser. */
class ReportCommandTests {
  @RegisterExtension static final SmallOutput SMALL = new SmallOutput();

  @TempDir private Path folder;

  private final Terminal terminal = new Terminal();
  private Path out = Path.of("");

  @BeforeEach
  void copy() {
    out = SMALL.copyTo(folder);
  }

  private String report(String... options) throws IOException {
    String[] arguments = new String[options.length + 2];
    arguments[0] = "report";
    arguments[1] = out.toString();
    System.arraycopy(options, 0, arguments, 2, options.length);
    assertThat(terminal.vgg(arguments)).as(terminal.err()).isZero();
    return Files.readString(out.resolve("report.html"));
  }

  @Test
  void thePageHasTablesClaimsNetworksCurvesClassesAndImages() throws IOException {
    String page = report();
    assertThat(page)
        .contains(
            "<h2 id=\"result-mine-title\">Small</h2>", "B is better", "maxpool", "1 inconclusive")
        .contains("id=\"curves\"", "Most confused", "Crops at S = 256", "The hardest images")
        .contains("data:image/png;base64,", "another method", "vgg explain OUT mine")
        .contains(SmallOutput.run(out, "A").getFileName() + "/weights.safetensors");
  }

  @Test
  void everyLinkAndEveryButtonOfThePageLeadsSomewhere() throws IOException {
    String page = report();
    Set<String> ids = found(page, " id=\"([^\"]+)\"");
    assertThat(ids).containsAll(found(page, "href=\"#([^\"]+)\""));
    Set<String> buttons = found(page, "popovertarget=\"([^\"]+)\"");
    assertThat(buttons).hasSize(3);
    assertThat(ids).containsAll(buttons);
  }

  @Test
  void thePageLoadsNothingFromElsewhere() throws IOException {
    String page = report();
    assertThat(found(page, "(?:src|href)=\"([^\"]+)\""))
        .allMatch(place -> place.startsWith("#") || place.startsWith("data:"));
    assertThat(page).doesNotContain("<script", "@import", "url(");
  }

  @Test
  void imagesAreLeftOutWhereTheyMayNotBeShown() throws IOException {
    assertThat(report("--without-images"))
        .contains("Crops and the hardest images are left out")
        .doesNotContain("data:image");
  }

  @Test
  void aDataSetThatIsGoneCostsTheImagesAndNotTheReport() throws IOException {
    Path table = out.resolve("mine.json");
    Files.writeString(table, Files.readString(table).replace(SmallOutput.DATA, "moved-away"));
    assertThat(report()).contains("Crops and the hardest images are left out");
    assertThat(terminal.err())
        .contains("the report shows no images: moved-away: does not exist")
        .hasLineCount(1);
    assertThat(terminal.vgg("report", out.toString(), "--data", "moved-away")).isEqualTo(3);
  }

  @Test
  void oneDataSetThatIsGoneDoesNotHideAnothersImages() throws IOException {
    String table = Files.readString(out.resolve("mine.json"));
    Files.writeString(
        out.resolve("first.json"),
        table.replace("\"mine\"", "\"first\"").replace(SmallOutput.DATA, "moved-away"));
    assertThat(report()).contains("The hardest images", "data:image/png;base64,");
    assertThat(terminal.err()).isEmpty();
  }

  @Test
  void namesAreTextAndNeverMarkup() throws IOException {
    Path table = out.resolve("mine.json");
    Files.writeString(
        table, Files.readString(table).replace("\"both\"", "\"<img src=x onerror=alert(1)>\""));
    assertThat(report()).contains("&lt;img src=x").doesNotContain("<img src=x");
  }

  @Test
  void aRunWithoutItsTableIsShownAllTheSame() throws IOException {
    Files.delete(out.resolve("mine.json"));
    assertThat(report()).contains("id=\"curves\"").doesNotContain("id=\"result-mine\"");
  }

  @Test
  void whatIsNoOutputFolderIsTold() {
    assertThat(terminal.vgg("report", folder.toString())).isEqualTo(3);
    assertThat(terminal.err()).contains("is no output folder");
  }

  private static Set<String> found(String page, String pattern) {
    return Pattern.compile(pattern)
        .matcher(page)
        .results()
        .map((MatchResult match) -> match.group(1))
        .collect(Collectors.toSet());
  }
}
