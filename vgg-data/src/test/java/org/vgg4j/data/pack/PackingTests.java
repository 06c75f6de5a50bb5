package org.vgg4j.data.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.MustBeClosed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vgg4j.core.Problem;
import org.vgg4j.data.DataSource;
import org.vgg4j.data.Reading;
import org.vgg4j.data.Resources;
import org.vgg4j.data.image.Decoding;
import org.vgg4j.data.image.Image;
import org.vgg4j.data.image.ImageSize;
import org.vgg4j.data.source.ImageDataset;
import org.vgg4j.data.transfer.Progress;
import org.vgg4j.testing.SharedFolder;

class PackingTests {
  private static final int THREADS = 2;

  @TempDir private Path folder;

  private static PackSettings settings(PackFormat format, OptionalInt side, int imagesPerShard) {
    return new PackSettings(format, side, imagesPerShard, Decoding.EXACT);
  }

  @MustBeClosed
  private static DataSource open(String location) {
    return DataSource.open(location, Reading.DEFAULT, Resources.threads(THREADS));
  }

  private Path pack(String location, PackSettings settings, Progress progress) {
    Path out = folder.resolve("packed");
    try (DataSource source = open(location)) {
      new Packing(source.splits(), settings, out).run(THREADS, progress);
    }
    return out;
  }

  /** Two images of each of two classes for training, one for validation; all 40 x 30 pixels. */
  private Path images() throws IOException {
    for (String name : List.of("train/b/1", "train/b/2", "train/a/1", "train/a/x.y", "val/b/1")) {
      write(name + ".JPEG", image(name.hashCode(), new ImageSize(30, 40)));
    }
    return write("val/a/small.jpg", image(1, new ImageSize(9, 20)));
  }

  private Path write(String name, Image image) throws IOException {
    Path file = folder.resolve("images").resolve(name);
    Files.createDirectories(file.resolve("..").normalize());
    Files.write(file, Encoding.jpeg(image).toByteArray());
    return folder.resolve("images");
  }

  /** A smooth image that differs by its seed. */
  private static Image image(int seed, ImageSize size) {
    byte[] pixels = new byte[(int) size.pixels() * Image.CHANNELS];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (128 + 100 * Math.sin(seed + i * 0.01));
    }
    return new Image(size, pixels);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsPackedIsReadAgainBitForBit(PackFormat format) {
    Path val = SharedFolder.path("data/caltech10-72/val");
    Path packed = pack(val.toString(), settings(format, OptionalInt.empty(), 64), Progress.NONE);
    try (DataSource source = open(val.toString());
        DataSource shards = open(packed.toString())) {
      assertThat(shards.layout()).isEqualToIgnoringCase(format.name());
      assertThat(shards.val().size()).isEqualTo(200);
      assertThat(shards.val().classes()).isEqualTo(source.val().classes());
      assertThat(shards.val().manifest()).isEqualTo(source.val().manifest());
      assertThat(shards.val().image(199).decoded()).isEqualTo(source.val().image(199).decoded());
    }
  }

  @ParameterizedTest
  @EnumSource
  void splitsKeepTheirIdsLabelsAndOrder(PackFormat format) throws IOException {
    Path images = images();
    Path packed = pack(images.toString(), settings(format, OptionalInt.empty(), 3), Progress.NONE);
    try (DataSource source = open(images.toString());
        DataSource shards = open(packed.toString())) {
      assertThat(shards.splits().keySet()).isEqualTo(source.splits().keySet());
      assertThat(shards.train().id(1)).isEqualTo("train/a/x.y.JPEG");
      assertThat(shards.train().manifest()).isEqualTo(source.train().manifest());
      assertThat(shards.val().manifest()).isEqualTo(source.val().manifest());
    }
  }

  @ParameterizedTest
  @EnumSource
  void imagesWithoutFilesBecomePngFiles(PackFormat format) {
    String generated = "generated:train=5,val=3";
    Path packed = pack(generated, settings(format, OptionalInt.empty(), 2), Progress.NONE);
    try (DataSource source = open(generated);
        DataSource shards = open(packed.toString())) {
      assertThat(shards.train().classes()).isEqualTo(source.train().classes());
      assertThat(ids(shards.train())).isEqualTo(ids(source.train()));
      for (int i = 0; i < 3; i++) {
        assertThat(shards.val().image(i).decoded()).isEqualTo(source.val().image(i).decoded());
        assertThat(shards.val().label(i)).isEqualTo(source.val().label(i));
      }
    }
  }

  private static List<String> ids(ImageDataset dataset) {
    return IntStream.range(0, dataset.size()).mapToObj(dataset::id).toList();
  }

  @Test
  void largeImagesAreMadeSmallerAndSmallOnesKeepTheirBytes() throws IOException {
    Path images = images();
    PackSettings settings = settings(PackFormat.TFRECORD, OptionalInt.of(15), 100);
    try (DataSource source = open(images.toString());
        DataSource shards = open(pack(images.toString(), settings, Progress.NONE).toString())) {
      assertThat(shards.train().image(0).size()).isEqualTo(new ImageSize(15, 20));
      assertThat(shards.val().file(0).orElseThrow()).isEqualTo(source.val().file(0).orElseThrow());
      assertThat(shards.val().image(0).size()).isEqualTo(new ImageSize(9, 20));
    }
  }

  @Test
  void aJpegFileLosesLittleAndNoResolutionOfColour() {
    Image image = image(3, new ImageSize(32, 48));
    byte[] jpeg = Encoding.jpeg(image).toByteArray();
    assertThat(samplingFactors(jpeg)).containsExactly(0x11, 0x11, 0x11);
  }

  /** Of the three components in the frame header (ITU T.81, B.2.2). */
  private static List<Integer> samplingFactors(byte[] jpeg) {
    int frame = 2;
    while ((jpeg[frame + 1] & 0xFF) != 0xC0) {
      frame += 2 + ((jpeg[frame + 2] & 0xFF) << 8 | (jpeg[frame + 3] & 0xFF));
    }
    int components = frame + 10;
    return Stream.of(1, 4, 7).map(i -> (int) jpeg[components + i]).toList();
  }

  @Test
  void aPackingThatWasBrokenOffGoesOn() throws IOException {
    Path images = images();
    PackSettings settings = settings(PackFormat.WEBDATASET, OptionalInt.empty(), 2);
    assertThatThrownBy(() -> pack(images.toString(), settings, breakingOff())).hasMessage("enough");
    assertThat(folder.resolve("packed")).doesNotExist();
    Path first = folder.resolve(".packed.part/train-000000.tar");
    FileTime longAgo = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(first, longAgo);
    Path packed = pack(images.toString(), settings, Progress.NONE);
    assertThat(Files.getLastModifiedTime(packed.resolve("train-000000.tar"))).isEqualTo(longAgo);
    try (DataSource source = open(images.toString());
        DataSource shards = open(packed.toString())) {
      assertThat(shards.train().manifest()).isEqualTo(source.train().manifest());
    }
  }

  /** Fails when the validation images are to be packed. */
  private static Progress breakingOff() {
    return new Progress() {
      @Override
      public void starts(String task, long amount) {
        if (task.equals("packing images/val")) {
          throw new IllegalStateException("enough");
        }
      }

      @Override
      public void moved(long amount) {}
    };
  }

  @Test
  void aPackingThatIsDoneIsNotDoneAgain() throws IOException {
    String images = images().toString();
    PackSettings settings = settings(PackFormat.TFRECORD, OptionalInt.empty(), 100);
    Path packed = pack(images, settings, Progress.NONE);
    FileTime longAgo = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(packed.resolve("train-00000-of-00001"), longAgo);
    pack(images, settings, Progress.NONE);
    assertThat(Files.getLastModifiedTime(packed.resolve("train-00000-of-00001")))
        .isEqualTo(longAgo);
  }

  @Test
  void twoSettingsAreNotMixed() throws IOException {
    String images = images().toString();
    pack(images, settings(PackFormat.TFRECORD, OptionalInt.empty(), 100), Progress.NONE);
    PackSettings others = settings(PackFormat.TFRECORD, OptionalInt.of(15), 100);
    assertThatThrownBy(() -> pack(images, others, Progress.NONE))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("packing.yaml: tells of other data or settings than these; write to");
  }

  @Test
  void otherDataAreNotMixed() throws IOException {
    String images = images().toString();
    PackSettings settings = settings(PackFormat.TFRECORD, OptionalInt.empty(), 100);
    assertThatThrownBy(() -> pack(images, settings, breakingOff())).hasMessage("enough");
    write("train/a/3.jpg", image(5, new ImageSize(8, 8)));
    assertThatThrownBy(() -> pack(images, settings, Progress.NONE))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(".packed.part/packing.yaml: tells of other data");
  }

  @Test
  void aFolderWithSomethingElseIsNotWrittenTo() throws IOException {
    String images = images().toString();
    Files.createDirectories(folder.resolve("packed"));
    Files.writeString(folder.resolve("packed/thesis.txt"), "");
    PackSettings settings = settings(PackFormat.TFRECORD, OptionalInt.empty(), 100);
    assertThatThrownBy(() -> pack(images, settings, Progress.NONE))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("can't become a folder of shards (it is not empty); write to a new");
  }

  @Test
  void anEmptyFolderIsFilled() throws IOException {
    Files.createDirectories(folder.resolve("packed"));
    PackSettings settings = settings(PackFormat.TFRECORD, OptionalInt.empty(), 100);
    Path packed = pack(images().toString(), settings, Progress.NONE);
    assertThat(packed.resolve("validation-00000-of-00001")).exists();
  }

  @Test
  void settingsHaveBounds() {
    assertThatThrownBy(() -> settings(PackFormat.TFRECORD, OptionalInt.of(0), 1))
        .isInstanceOf(Problem.class)
        .hasMessage("smallest side 0: is no side of an image; 256 is common");
    assertThatThrownBy(() -> settings(PackFormat.TFRECORD, OptionalInt.empty(), 0))
        .isInstanceOf(Problem.class)
        .hasMessage("images per shard 0: can't be below 1; 1000 is common");
  }

  @Test
  void shardsThatNothingIsNotedOfAreNotGoneOnWith() throws IOException {
    String images = images().toString();
    PackSettings settings = settings(PackFormat.TFRECORD, OptionalInt.empty(), 100);
    assertThatThrownBy(() -> pack(images, settings, breakingOff())).hasMessage("enough");
    Files.delete(folder.resolve(".packed.part/packing.yaml"));
    assertThatThrownBy(() -> pack(images, settings, Progress.NONE))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(".packed.part: can't be gone on with (it holds files without pack");
  }

  @Test
  void aFolderMayBeGivenByTwoDots() throws IOException {
    Path out = Files.createDirectories(folder.resolve("packed/inner")).resolve("..");
    Files.delete(folder.resolve("packed/inner"));
    PackSettings settings = settings(PackFormat.TFRECORD, OptionalInt.empty(), 100);
    try (DataSource source = open(images().toString())) {
      new Packing(source.splits(), settings, out).run(THREADS, Progress.NONE);
    }
    assertThat(folder.resolve("packed/packing.yaml")).exists();
  }
}
