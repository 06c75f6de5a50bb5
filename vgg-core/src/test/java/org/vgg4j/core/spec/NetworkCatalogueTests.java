package org.vgg4j.core.spec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.io.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.vgg4j.core.Problem;

class NetworkCatalogueTests {
  private static final NetworkCatalogue SHIPPED = NetworkCatalogue.shipped();

  @TempDir private Path folder;
  private Path file = Path.of("unset");

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("mine.txt");
  }

  static List<String> shippedLines() throws IOException {
    return Resources.readLines(
            Resources.getResource(NetworkCatalogue.class, "networks.txt"), StandardCharsets.UTF_8)
        .stream()
        .map(line -> line.replaceFirst("\\s*#.*", ""))
        .filter(line -> !line.isBlank())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("shippedLines")
  void shippedLinesPrintBackAsTheyStand(String line) {
    String name = line.substring(0, line.indexOf(' '));
    String definition = line.substring(line.indexOf(' ')).stripLeading();
    assertThat(NetworkNotation.print(SHIPPED.definition(name))).isEqualTo(definition);
  }

  @Test
  void namesStandInTheOrderOfTheFile() {
    assertThat(SHIPPED.names())
        .startsWith("A", "A-LRN", "B", "C", "D", "E", "S5", "A-BN")
        .contains("VGG-16", "VGG-19-BN", "AlexNet", "ZFNet");
  }

  @ParameterizedTest
  @CsvSource({"VGG-11,A", "VGG-13,B", "VGG-16,D", "VGG-19,E", "VGG-16-BN,D-BN"})
  void aliasesAreTheSameNetworkUnderAnotherName(String alias, String name) {
    assertThat(SHIPPED.network(alias)).isEqualTo(SHIPPED.network(name).named(alias));
  }

  @ParameterizedTest
  @CsvSource({"vgg16,VGG-16", "d,D", "D_BN,D-BN", "Alexnet,AlexNet"})
  void unknownNamesSuggestTheNearest(String name, String nearest) {
    assertThatThrownBy(() -> SHIPPED.network(name))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith("network " + name + ": there is no such network; ")
        .hasMessageContaining("did you mean " + nearest + "?");
    assertThatThrownBy(() -> SHIPPED.definition(name)).isInstanceOf(Problem.class);
  }

  @Test
  void usersNetworksDeriveFromShippedAndFromLaterLines() throws IOException {
    write(
        "# mine",
        "",
        "thin   half + no-dropout",
        "half   D + width 1/2",
        "own conv3-8 | fc-classes");
    NetworkCatalogue catalogue = SHIPPED.with(file);
    assertThat(catalogue.names()).startsWith("A").endsWith("thin", "half", "own");
    assertThat(catalogue.network("thin"))
        .hasToString(
            "thin conv3-32 x2 | conv3-64 x2 | conv3-128 x3 | conv3-256 x3 | conv3-256 x3"
                + " | fc-2048 fc-2048 fc-classes");
    assertThat(catalogue.network("D")).isEqualTo(SHIPPED.network("D"));
  }

  @Test
  void aMissingFileIsAProblem() {
    assertThatThrownBy(() -> SHIPPED.with(file))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith(file + ": can't be read")
        .hasMessageContaining("a network on each line");
  }

  @Test
  void aFileThatIsNoTextIsAProblem() throws IOException {
    Files.writeString(file, "caf\u00e9 A", ISO_8859_1);
    assertThatThrownBy(() -> SHIPPED.with(file))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith(file + ": can't be read as networks in UTF-8");
  }

  @Test
  void aMistakeShowsFileLineAndColumn() throws IOException {
    write("fine A", "wrong conv3-8 conv3_8 fc-classes");
    assertThatThrownBy(() -> SHIPPED.with(file))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith(file + ":2:15: conv3_8 is no layer; did you mean conv3-8?");
  }

  @Test
  void aNameIsDefinedOnce() throws IOException {
    write("mine A", "mine B");
    assertThatThrownBy(() -> SHIPPED.with(file))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith(file + ":2:1: mine is defined already, at " + file + ":1:1;");
  }

  @Test
  void shippedNamesAreTaken() throws IOException {
    write("D A");
    assertThatThrownBy(() -> SHIPPED.with(file))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith(file + ":1:1: D is defined already, at networks.txt:");
  }

  @Test
  void aNetworkCannotDeriveFromItself() throws IOException {
    write("x a", "a b", "b c + lrn", "c a");
    assertThatThrownBy(() -> SHIPPED.with(file))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith(file + ":2:3: a derives from itself: a from b from c from a;");
  }

  @Test
  void anUnknownBaseSuggestsTheNearest() throws IOException {
    write("other VGG_16 + lrn");
    assertThatThrownBy(() -> SHIPPED.with(file))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith(file + ":1:7: there is no network VGG_16 to derive from;")
        .hasMessageContaining("did you mean VGG-16?");
  }

  private void write(String... lines) throws IOException {
    Files.write(file, List.of(lines));
  }
}
