package org.vgg4j.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vgg4j.core.Problem;
import org.vgg4j.testing.SharedFolder;

/** Each of the files that break loaders reads as Pillow reads it, or is refused by name. */
class OddImagesTests {
  private static final ImmutableSet<String> OTHER_FORMATS = ImmutableSet.of("TIFF", "WEBP", "ICO");

  /** Pillow cuts values of 16 bits off at 255; the field's loaders take the upper 8 bits. */
  private static final String SIXTEEN_BITS = "syn_gray16.png";

  private final ImageDecoder decoder = new ImageDecoder(2);

  @AfterEach
  void close() {
    decoder.close();
  }

  /** A line such as {@code syn_gray.JPEG TAB JPEG 128x128 L mean=85,85,85}. */
  private record Line(String name, List<String> words) {
    static Line of(String text) {
      List<String> columns = Splitter.on('\t').splitToList(text);
      return new Line(columns.get(0), Splitter.on(' ').splitToList(columns.get(1)));
    }

    boolean isReadable() {
      return !words.get(0).equals("ERR") && !OTHER_FORMATS.contains(words.get(0));
    }

    List<String> sides() {
      return Splitter.on('x').splitToList(words.get(1));
    }

    List<String> means() {
      return Splitter.on(',').splitToList(words.get(3).substring("mean=".length()));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static Stream<Line> lines() throws IOException {
    Path file = SharedFolder.path("data/odd/expected-pillow.tsv");
    return Files.readAllLines(file).stream().filter(line -> !line.startsWith("#")).map(Line::of);
  }

  static Stream<Line> readable() throws IOException {
    return lines().filter(Line::isReadable);
  }

  static Stream<Line> unreadable() throws IOException {
    return lines().filter(line -> !line.isReadable());
  }

  private StoredImage open(Line line) throws IOException {
    byte[] content = Files.readAllBytes(SharedFolder.path("data/odd").resolve(line.name()));
    return decoder.open(line.name(), content);
  }

  @ParameterizedTest
  @MethodSource("readable")
  void aReadableFileReadsAsInPillow(Line line) throws IOException {
    StoredImage image = open(line);
    Image decoded = image.decoded();
    assertThat(image.size().width()).asString().isEqualTo(line.sides().get(0));
    assertThat(decoded.size()).isEqualTo(image.size());
    for (int channel = 0; channel < Image.CHANNELS; channel++) {
      double pillow =
          line.name().equals(SIXTEEN_BITS) ? 86 : Double.parseDouble(line.means().get(channel));
      assertThat(mean(decoded, channel))
          .as("mean of channel %s", channel)
          .isCloseTo(pillow, within(1.5));
    }
  }

  /** The means in the table are those of every fourth pixel in both directions, rounded. */
  private static double mean(Image image, int channel) {
    long sum = 0;
    int count = 0;
    for (int y = 0; y < image.height(); y += 4) {
      for (int x = 0; x < image.width(); x += 4) {
        sum += image.value(y, x, channel);
        count++;
      }
    }
    return (double) sum / count;
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void anyOtherFileIsRefusedByName(Line line) {
    assertThatThrownBy(() -> open(line).decoded())
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith(line.name() + ": is ");
  }
}
