package org.vgg4j.data.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vgg4j.core.Problem;
import org.vgg4j.data.DataSource;
import org.vgg4j.data.Reading;
import org.vgg4j.data.Resources;
import org.vgg4j.data.image.Image;
import org.vgg4j.data.image.ImageSize;
import org.vgg4j.data.source.LabelledFiles;
import org.vgg4j.data.source.Split;

class IdxLayoutTests {
  private final IdxLayout layout = new IdxLayout();
  @TempDir private Path directory;

  /** Three training images of 2 x 3 and one test image, which is packed. */
  @BeforeEach
  void writeFiles() throws IOException {
    write("train-images-idx3-ubyte", images(3));
    write("train-labels-idx1-ubyte", labels(5, 0, 9));
    write("t10k-images-idx3-ubyte.gz", images(1));
    write("t10k-labels-idx1-ubyte.gz", labels(7));
  }

  private static byte[] images(int number) {
    ByteBuffer file = ByteBuffer.allocate(16 + number * 6);
    file.putInt(0x803).putInt(number).putInt(2).putInt(3);
    IntStream.range(0, number * 6).forEach(i -> file.put((byte) (i * 40)));
    return file.array();
  }

  private static byte[] labels(int... labels) {
    ByteBuffer file = ByteBuffer.allocate(8 + labels.length);
    file.putInt(0x801).putInt(labels.length);
    Arrays.stream(labels).forEach(label -> file.put((byte) label));
    return file.array();
  }

  private Path write(String name, byte[] content) throws IOException {
    Path file = directory.resolve(name);
    try (OutputStream out = Files.newOutputStream(file)) {
      if (name.endsWith(".gz")) {
        try (OutputStream packed = new GZIPOutputStream(out)) {
          packed.write(content);
        }
      } else {
        out.write(content);
      }
    }
    return file;
  }

  private LabelledFiles split(Split split) {
    return Objects.requireNonNull(layout.splits(directory).get(split));
  }

  private void refused(Path file, String what) {
    assertThatThrownBy(() -> layout.splits(directory))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(what);
  }

  @Test
  void plainAndPackedFilesAreRead() {
    LabelledFiles train = split(Split.TRAIN);
    assertThat(train.classes()).hasSize(10).startsWith("0").endsWith("9");
    assertThat(IntStream.range(0, train.size()).map(train::label)).containsExactly(5, 0, 9);
    assertThat(train.id(2)).isEqualTo("train/00002");
    LabelledFiles val = split(Split.VAL);
    assertThat(val.size()).isEqualTo(1);
    assertThat(val.label(0)).isEqualTo(7);
    assertThat(val.contents().place(0))
        .isEqualTo(directory.resolve("t10k-images-idx3-ubyte.gz") + ": record 0");
  }

  @Test
  void greyBecomesEqualRedGreenAndBlue() {
    try (DataSource source =
        DataSource.open(directory.toString(), Reading.DEFAULT, Resources.threads(1))) {
      assertThat(source.layout()).isEqualTo("idx");
      Image image = source.train().image(1).decoded();
      assertThat(image.size()).isEqualTo(new ImageSize(2, 3));
      assertThat(IntStream.range(0, 3).map(channel -> image.value(0, 0, channel)))
          .containsExactly(240, 240, 240);
      assertThat(image.value(1, 2, 1)).isEqualTo(11 * 40 % 256);
    }
  }

  @Test
  void namesWithADotAndTheFolderAroundRawAreFound() throws IOException {
    Path raw = Files.createDirectories(directory.resolve("other/raw"));
    Files.write(raw.resolve("train-images.idx3-ubyte"), images(1));
    Files.write(raw.resolve("train-labels.idx1-ubyte"), labels(4));
    Path around = directory.resolve("other");
    assertThat(layout.fits(around)).isTrue();
    assertThat(layout.splits(around)).containsOnlyKeys(Split.TRAIN);
  }

  @Test
  void otherPlacesDoNotLookLikeIt() {
    assertThat(layout.fits(directory.resolve("nowhere"))).isFalse();
    assertThat(layout.fits(directory.resolve("train-images-idx3-ubyte"))).isFalse();
    assertThatThrownBy(() -> layout.splits(directory.resolve("nowhere")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("holds neither train-images-idx3-ubyte nor t10k-images-idx3-ubyte");
  }

  @Test
  void imagesWithoutLabelsAreNamed() throws IOException {
    Files.delete(directory.resolve("train-labels-idx1-ubyte"));
    refused(directory, "lacks train-labels-idx1-ubyte");
  }

  @Test
  void anotherMagicNumberIsTold() throws IOException {
    Path labels = write("train-labels-idx1-ubyte", images(3));
    refused(labels, "begins with 0x00000803 and not with 0x00000801; give a file of labels");
  }

  @Test
  void countsThatDifferAreTold() throws IOException {
    Path labels = write("train-labels-idx1-ubyte", labels(1, 2));
    refused(labels, "has 2 labels for 3 images");
  }

  @Test
  void aLabelBeyondTheClassesIsTold() throws IOException {
    write("train-labels-idx1-ubyte", labels(1, 10, 2));
    refused(
        directory.resolve("train-images-idx3-ubyte"),
        "record 1: has label 10, but there are 10 classes");
  }

  @Test
  void filesOfAnotherLengthAreNamed() throws IOException {
    for (String name : new String[] {"train-images-idx3-ubyte", "t10k-images-idx3-ubyte.gz"}) {
      byte[] good = images(name.startsWith("train") ? 3 : 1);
      for (int length : new int[] {0, 15, good.length - 1, good.length + 1}) {
        Path file = write(name, Arrays.copyOf(good, length));
        refused(
            file, length < 16 ? "is cut short in its header" : "bytes that its header announces");
      }
      write(name, good);
    }
  }

  @Test
  void aHeaderThatAnnouncesTooMuchIsRefusedBeforeAnyReading() throws IOException {
    byte[] huge = ByteBuffer.allocate(16).putInt(0x803).putInt(1 << 30).putInt(2).putInt(3).array();
    refused(write("train-images-idx3-ubyte", huge), "announces a dimension of 2");
    byte[] negative = ByteBuffer.allocate(16).putInt(0x803).putInt(-1).array();
    refused(write("train-images-idx3-ubyte", negative), "announces a dimension of -1");
  }

  @Test
  void aPackedFileThatIsCutShortIsNamed() throws IOException {
    Path packed = directory.resolve("t10k-images-idx3-ubyte.gz");
    byte[] whole = Files.readAllBytes(packed);
    for (int length : new int[] {0, 5, whole.length / 2, whole.length - 1}) {
      Files.write(packed, Arrays.copyOf(whole, length));
      refused(packed, "is cut short or damaged");
    }
  }

  @Test
  void damageInAPackedFileIsSeenByItsChecksum() throws IOException {
    Path packed = directory.resolve("t10k-images-idx3-ubyte.gz");
    byte[] whole = Files.readAllBytes(packed);
    whole[whole.length - 8] ^= 1;
    Files.write(packed, whole);
    refused(packed, "is cut short or damaged");
  }

  @Test
  void classesMayHaveNames() throws IOException {
    List<String> names = IntStream.range(0, 11).mapToObj(i -> "garment " + i).toList();
    Files.write(directory.resolve("labels.txt"), names);
    assertThat(split(Split.TRAIN).classes()).isEqualTo(names);
  }
}
