package org.vgg4j.data.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
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

class CifarLayoutTests {
  private static final int PLANE = 32 * 32;

  private final CifarLayout layout = new CifarLayout();
  @TempDir private Path directory;
  private Path ten = Path.of("");
  private Path hundred = Path.of("");

  /** Two images in every batch of CIFAR-10; three and one in CIFAR-100. */
  @BeforeEach
  void writeBothVersions() throws IOException {
    ten = Files.createDirectories(directory.resolve("ten/cifar-10-batches-bin"));
    Files.writeString(ten.resolve("batches.meta.txt"), "airplane\ncat\nship\n\n");
    for (int batch = 1; batch <= 5; batch++) {
      Files.write(
          ten.resolve("data_batch_" + batch + ".bin"), records(List.of(batch % 3), List.of(1)));
    }
    Files.write(ten.resolve("test_batch.bin"), records(List.of(2), List.of(0)));
    hundred = Files.createDirectories(directory.resolve("hundred/cifar-100-binary"));
    Files.writeString(hundred.resolve("fine_label_names.txt"), "apple\nbaby\n");
    Files.write(
        hundred.resolve("train.bin"), records(List.of(19, 1), List.of(7, 0), List.of(0, 1)));
    Files.write(hundred.resolve("test.bin"), records(List.of(3, 1)));
  }

  /** Record i: its labels, then red i, green 100 + i and blue 255, but the first pixel. */
  @SafeVarargs
  private static byte[] records(List<Integer>... labels) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < labels.length; i++) {
      labels[i].forEach(bytes::write);
      for (int plane : new int[] {i, 100 + i, 255}) {
        byte[] values = new byte[PLANE];
        Arrays.fill(values, (byte) plane);
        values[1] = (byte) (plane / 2);
        bytes.writeBytes(values);
      }
    }
    return bytes.toByteArray();
  }

  private LabelledFiles split(Path location, Split split) {
    return Objects.requireNonNull(layout.splits(location).get(split));
  }

  @Test
  void batchesFollowOneAnotherInTheirOrder() {
    LabelledFiles train = split(ten, Split.TRAIN);
    assertThat(train.classes()).containsExactly("airplane", "cat", "ship");
    assertThat(IntStream.range(0, train.size()).map(train::label))
        .containsExactly(1, 1, 2, 1, 0, 1, 1, 1, 2, 1);
    assertThat(train.id(3)).isEqualTo("train/00003");
    assertThat(train.contents().place(3)).isEqualTo(ten.resolve("data_batch_2.bin") + ": record 1");
    assertThat(split(ten, Split.VAL).id(1)).isEqualTo("val/00001");
  }

  @Test
  void cifar100HasItsFineLabels() {
    LabelledFiles train = split(hundred, Split.TRAIN);
    assertThat(train.classes()).containsExactly("apple", "baby");
    assertThat(IntStream.range(0, train.size()).map(train::label)).containsExactly(1, 0, 1);
  }

  @Test
  void theFolderAroundTheFilesWillDo() {
    assertThat(layout.fits(directory.resolve("ten"))).isTrue();
    assertThat(split(directory.resolve("ten"), Split.TRAIN).size()).isEqualTo(10);
    assertThat(split(directory.resolve("hundred"), Split.VAL).size()).isEqualTo(1);
    assertThat(layout.fits(directory)).isFalse();
    assertThat(layout.fits(ten.resolve("test_batch.bin"))).isFalse();
  }

  @Test
  void planesBecomePixels() {
    try (DataSource source =
        DataSource.open(hundred.toString(), Reading.DEFAULT, Resources.threads(1))) {
      Image image = source.train().image(2).decoded();
      assertThat(source.layout()).isEqualTo("cifar");
      assertThat(image.size()).isEqualTo(new ImageSize(32, 32));
      assertThat(Arrays.copyOf(image.pixels(), 6))
          .containsExactly(new int[] {2, 102, 255, 1, 51, 127});
      assertThat(source.train().manifest().lines()).hasSize(3).anyMatch(l -> l.contains("00002"));
    }
  }

  @Test
  void aFileOfAnotherLengthIsNamed() throws IOException {
    Path batch = ten.resolve("data_batch_3.bin");
    for (int length : new int[] {0, 1, 3073 + 3072, 2 * 3073 - 1}) {
      Files.write(batch, new byte[length]);
      assertThatThrownBy(() -> layout.splits(ten))
          .isInstanceOf(Problem.class)
          .hasMessageStartingWith(
              batch + ": has " + length + " bytes, no multiple of a record's 3073; ");
    }
  }

  @Test
  void aMissingBatchIsNamed() throws IOException {
    Files.delete(ten.resolve("data_batch_4.bin"));
    assertThatThrownBy(() -> layout.splits(ten))
        .isInstanceOf(Problem.class)
        .hasMessage(ten + ": lacks data_batch_4.bin; unpack the archive again");
  }

  @Test
  void aLabelBeyondTheClassesIsTold() throws IOException {
    Path test = ten.resolve("test_batch.bin");
    Files.write(test, records(List.of(2), List.of(3)));
    assertThatThrownBy(() -> layout.splits(ten))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith(
            test + ": record 1: has label 3, but there are 3 classes, numbered from 0; ");
  }

  @Test
  void anEmptyListOfClassesIsNamed() throws IOException {
    Files.writeString(ten.resolve("batches.meta.txt"), "\n\n");
    assertThatThrownBy(() -> layout.splits(ten))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("batches.meta.txt: can't be read as names of classes");
  }

  @Test
  void theVersionForPythonIsToldApart() throws IOException {
    Path python = Files.createDirectories(directory.resolve("cifar-10-batches-py"));
    assertThatThrownBy(() -> layout.splits(python))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("holds no binary version of CIFAR-10 or CIFAR-100");
  }

  @Test
  void readingGoesOnAfterAReaderWasInterrupted() throws IOException {
    LabelledFiles train = split(ten, Split.TRAIN);
    Thread.currentThread().interrupt();
    try {
      assertThat(train.contents().read(0)).hasSize(3073);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(train.contents().read(9)).hasSize(3073).startsWith(1, 1, 0);
  }
}
