package org.vgg4j.experiments.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vgg4j.core.Problem;
import org.vgg4j.train.EpochSummary;
import org.w3c.dom.Element;

class FigureTests {
  private static final List<Quantity> ALL = List.of(Quantity.values());

  @TempDir private Path folder;

  private static RunCurves run(String name, double... rates) {
    return new RunCurves(
        name,
        IntStream.range(0, rates.length)
            .mapToObj(
                i ->
                    new EpochSummary(
                        i, 9L * i, rates[i], 2.0 / (i + 1), 60, 50, 20, 99, 0.1, 5, 0, Map.of()))
            .toList());
  }

  private BufferedImage png(Figure figure) throws IOException {
    Path file = folder.resolve("figure.png");
    FigureFile.PNG.write(figure, file);
    return ImageIO.read(file.toFile());
  }

  private static boolean shows(BufferedImage image, int run) {
    int colour = Palette.COLOURS.get(run).getRGB();
    return IntStream.range(0, image.getWidth() * image.getHeight())
        .anyMatch(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()) == colour);
  }

  @Test
  void everyRunHasItsColour() throws IOException {
    Figure figure = new Figure(List.of(run("A", 0.1, 0.01), run("B", 0.1, 0.1, 0.1)), ALL);
    BufferedImage image = png(figure);
    assertThat(shows(image, 0)).isTrue();
    assertThat(shows(image, 1)).isTrue();
    assertThat(shows(image, 2)).isFalse();
  }

  @Test
  void aPanelLessMakesALowerFigure() {
    List<RunCurves> runs = List.of(run("A", 0.1, 0.01));
    assertThat(new Figure(runs, List.of(Quantity.ERROR)).height())
        .isLessThan(new Figure(runs, ALL).height() / 2);
  }

  @Test
  void aVectorFigureIsAnSvgDocumentWithTheColourOfEveryRun() throws Exception {
    Path file = folder.resolve("figure.svg");
    FigureFile.SVG.write(new Figure(List.of(run("A", 0.1, 0.01), run("B", 0.1)), ALL), file);
    assertThat(Files.readString(file)).contains("rgb(0,114,178)", "rgb(213,94,0)");
    DocumentBuilderFactory parser = DocumentBuilderFactory.newInstance();
    parser.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    assertThat(parser.newDocumentBuilder().parse(file.toFile()).getDocumentElement())
        .returns("svg", Element::getTagName)
        .returns("680", svg -> svg.getAttribute("width"));
  }

  @Test
  void oneEpochAndARateThatFallsToNothingCanBeDrawn() throws IOException {
    assertThat(shows(png(new Figure(List.of(run("A", 0.1)), ALL)), 0)).isTrue();
    assertThat(shows(png(new Figure(List.of(run("A", 0.1, 0.01, 0)), ALL)), 0)).isTrue();
  }

  @Test
  void theRateFellWhereItHadStoodAndTheNextEpochHasALowerOne() {
    assertThat(run("A", 1, 1, 0.1, 0.1, 0.01).drops()).containsExactly(1, 3);
    assertThat(run("A", 1, 0.1, 0.1).drops()).containsExactly(0);
    assertThat(run("A", 1).drops()).isEmpty();
    assertThat(run("cosine", 0.5, 1, 0.9, 0.6, 0.2, 0.01).drops()).isEmpty();
  }

  @Test
  void moreRunsThanColoursAreRefused() {
    List<RunCurves> runs = IntStream.range(0, 8).mapToObj(i -> run("run" + i, 1, 1)).toList();
    assertThatThrownBy(() -> new Figure(runs, ALL))
        .isInstanceOf(Problem.class)
        .hasMessage("8 runs: are more than can be told apart; draw at most 7 together");
  }

  @Test
  void twoRunsOfOneNameAreRefused() {
    assertThatThrownBy(() -> new Figure(List.of(run("A", 1), run("A", 1)), ALL))
        .hasMessageContaining("A: is the name of two runs");
  }
}
