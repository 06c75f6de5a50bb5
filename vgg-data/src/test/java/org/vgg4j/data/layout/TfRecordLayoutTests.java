package org.vgg4j.data.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.proto.Feature;
import org.tensorflow.proto.Int64List;
import org.vgg4j.core.Problem;
import org.vgg4j.data.source.LabelledFiles;
import org.vgg4j.data.source.Split;

class TfRecordLayoutTests {
  /** Longer than any buffer, so that it has to be skipped. */
  private static final byte[] LARGE = new byte[100_000];

  private static final byte[] SMALL = {1, 2, 3};

  private final TfRecordLayout layout = new TfRecordLayout();
  @TempDir private Path folder;

  static {
    Arrays.fill(LARGE, (byte) 7);
  }

  private void write(String name, TestRecords records) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.write(folder.resolve(name), records.bytes());
  }

  private LabelledFiles split(Split split) {
    return Objects.requireNonNull(layout.splits(folder).get(split));
  }

  private LabelledFiles train() {
    return split(Split.TRAIN);
  }

  private static int[] labels(LabelledFiles files) {
    return IntStream.range(0, files.size()).map(files::label).toArray();
  }

  private void writeSlim() throws IOException {
    write(
        "train-00000-of-00002",
        new TestRecords().slim(LARGE, 2, "n02", "n02_9.JPEG").slim(SMALL, 1, "n01", "n01_1.JPEG"));
    write("train-00001-of-00002", new TestRecords().slim(SMALL, 2, "n02", "n02_1.JPEG"));
    write(
        "validation-00000-of-00001",
        new TestRecords().slim(SMALL, 1, "n01", "v_1.JPEG").slim(SMALL, 2, "n02", "v_2.JPEG"));
  }

  @Test
  void shardsOfTfSlimHaveClassesByWordNetIdAndKeepTheirOrder() throws IOException {
    writeSlim();
    assertThat(layout.fits(folder)).isTrue();
    assertThat(Layouts.detected(folder).name()).isEqualTo("tfrecord");
    assertThat(train().classes()).containsExactly("n01", "n02");
    assertThat(labels(train())).containsExactly(1, 0, 1);
    assertThat(IntStream.range(0, 3).mapToObj(train()::id))
        .containsExactly("train/n02_9.JPEG", "train/n01_1.JPEG", "train/n02_1.JPEG");
    assertThat(split(Split.VAL).id(1)).isEqualTo("val/v_2.JPEG");
    assertThat(train().name()).isEqualTo(folder.getFileName() + "/train");
  }

  @Test
  void anImageIsReadByItsNumber() throws IOException {
    writeSlim();
    assertThat(train().contents().read(0)).isEqualTo(LARGE);
    assertThat(train().contents().read(2)).isEqualTo(SMALL);
    assertThat(train().contents().stamp(0).bytes()).isEqualTo(LARGE.length);
    assertThat(train().contents().place(1))
        .isEqualTo(folder.resolve("train-00000-of-00002") + ": record 1");
    assertThat(train().contents().place(2))
        .isEqualTo(folder.resolve("train-00001-of-00002") + ": record 0");
  }

  @Test
  void shardsOfTfdsHaveTheClassesOfTheirLabelFile() throws IOException {
    write(
        "imagenet2012-train.tfrecord-00000-of-00001",
        new TestRecords().tfds(LARGE, 1, "a.JPEG").tfds(SMALL, 0, "b.JPEG"));
    Files.writeString(folder.resolve("label.labels.txt"), "zebra\nant\n");
    assertThat(train().classes()).containsExactly("zebra", "ant");
    assertThat(labels(train())).containsExactly(1, 0);
    assertThat(train().contents().read(0)).isEqualTo(LARGE);
  }

  @Test
  void classesWithoutNamesAreCalledByTheirNumbersUpToTheGreatestOfAllSplits() throws IOException {
    write("x-train.tfrecord-00000-of-00001", new TestRecords().tfds(SMALL, 1, "a.JPEG"));
    write("x-validation.tfrecord-00000-of-00001", new TestRecords().tfds(SMALL, 2, "b.JPEG"));
    assertThat(train().classes()).containsExactly("0000", "0001", "0002");
    assertThat(split(Split.VAL).classes()).isEqualTo(train().classes());
  }

  @Test
  void labelsOfTfSlimCountFromOne() throws IOException {
    write("train.tfrecord", new TestRecords().record(slimNumber(2)).record(slimNumber(1)));
    assertThat(labels(train())).containsExactly(1, 0);
  }

  private static ImmutableMap<String, Feature> slimNumber(int label) {
    return ImmutableMap.of(
        "image/encoded", TestRecords.bytes(SMALL), "image/class/label", TestRecords.number(label));
  }

  @Test
  void imagesWithoutNamesAreCalledByTheirPlaces() throws IOException {
    write("train-00000-of-00001", new TestRecords().record(slimNumber(2)).record(slimNumber(1)));
    assertThat(train().id(1)).isEqualTo("train/train-00000-of-00001:1");
  }

  @Test
  void whereNamesAreDoubledPlacesAreTaken() throws IOException {
    write("train-00000-of-00001", new TestRecords().tfds(SMALL, 0, "a").tfds(SMALL, 1, "a"));
    assertThat(train().id(0)).isEqualTo("train/train-00000-of-00001:0");
  }

  @Test
  void foldersOfSomebodysMachineAreNoPartOfAnId() throws IOException {
    write("train-00000-of-00001", new TestRecords().tfds(SMALL, 0, "/images/c/a.JPEG"));
    assertThat(train().id(0)).isEqualTo("train/a.JPEG");
  }

  @Test
  void splitsMayHaveFoldersOfTheirOwn() throws IOException {
    write("train/train-00000-of-00001", new TestRecords().tfds(SMALL, 0, "a"));
    write("validation/validation-00000-of-00001", new TestRecords().tfds(SMALL, 0, "b"));
    assertThat(layout.splits(folder)).containsOnlyKeys(Split.TRAIN, Split.VAL);
  }

  @Test
  void hiddenFilesAreLeftOut() throws IOException {
    writeSlim();
    Files.writeString(folder.resolve("._train-00001-of-00002"), "from a Mac");
    Files.writeString(folder.resolve(".train-00002-of-00002.part"), "half");
    assertThat(train().size()).isEqualTo(3);
  }

  @Test
  void aMissingShardIsNamed() throws IOException {
    write("train-00000-of-00003", new TestRecords().tfds(SMALL, 0, "a"));
    write("train-00002-of-00003", new TestRecords().tfds(SMALL, 0, "b"));
    assertProblem(folder + ": lacks the shard train-00001-of-00003; copy");
    Files.move(folder.resolve("train-00002-of-00003"), folder.resolve("train-00001-of-00003"));
    assertProblem(folder + ": lacks the shard train-00002-of-00003; copy");
  }

  @Test
  void shardsOfTwoSetsAreNotMixed() throws IOException {
    write("train-00000-of-00001", new TestRecords().tfds(SMALL, 0, "a"));
    write("train-00000-of-00002", new TestRecords().tfds(SMALL, 0, "a"));
    assertProblem("several sets: train-*-of-00001, train-*-of-00002");
  }

  @Test
  void aDamagedLengthIsNamedWithFileAndRecord() throws IOException {
    byte[] records = new TestRecords().tfds(SMALL, 0, "a").tfds(SMALL, 0, "b").bytes();
    records[records.length / 2]++;
    Path shard = Files.write(folder.resolve("train-00000-of-00001"), records);
    assertProblem(shard + ": record 1: can't be read (its length has a wrong checksum); copy");
  }

  @Test
  void damagedDataAreFoundWhenTheImageIsRead() throws IOException {
    byte[] records = new TestRecords().tfds(LARGE, 0, "a").bytes();
    records[records.length / 2]++;
    Path shard = Files.write(folder.resolve("train-00000-of-00001"), records);
    assertThatThrownBy(() -> train().contents().read(0))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(shard + ": record 0: can't be read (it has a wrong checksum); copy");
  }

  @Test
  void aRecordThatIsCutShortIsNamed() throws IOException {
    byte[] records = new TestRecords().tfds(SMALL, 0, "a").tfds(LARGE, 0, "b").bytes();
    Path shard = folder.resolve("train-00000-of-00001");
    for (int missing : new int[] {1, 5, 50_000, LARGE.length + 50}) {
      Files.write(shard, Arrays.copyOf(records, records.length - missing));
      assertProblem(shard + ": record 1: can't be read (the file ends in the middle of it); copy");
    }
  }

  @Test
  void aRecordOfSomethingElseIsNamed() throws IOException {
    byte[] noise = "no example at all".getBytes(StandardCharsets.UTF_8);
    write("train-00000-of-00001", new TestRecords().tfds(SMALL, 0, "a").data(noise));
    assertProblem("record 1: can't be read (it is no tf.train.Example)");
  }

  @Test
  void aRecordWithoutImageOrLabelIsNamed() throws IOException {
    write(
        "train-00000-of-00001",
        new TestRecords().record(ImmutableMap.of("label", TestRecords.number(1))));
    assertProblem("record 0: can't be read (it has no feature image/encoded or image)");
    write(
        "train-00000-of-00001",
        new TestRecords().record(ImmutableMap.of("image", TestRecords.bytes(SMALL))));
    assertProblem("it has no feature image/class/synset, image/class/label or label");
  }

  @Test
  void labelsOutOfRangeAreNamed() throws IOException {
    write("train-00000-of-00001", new TestRecords().tfds(SMALL, -1, "a"));
    assertProblem("record 0: can't be read (its label is out of range: label counts from 0");
    write("train-00000-of-00001", new TestRecords().record(slimNumber(0)));
    assertProblem("its label is out of range");
    write("train-00000-of-00001", new TestRecords().tfds(SMALL, 0, "a").tfds(SMALL, 2, "b"));
    Files.writeString(folder.resolve("labels.txt"), "zebra\nant\n");
    assertProblem("record 1: has the label 2, which is none of the 2 classes; complete");
  }

  @Test
  void aClassThatTheListLacksIsNamed() throws IOException {
    writeSlim();
    Files.writeString(folder.resolve("synsets.txt"), "n02\nn03\n");
    assertProblem("record 1: has the label n01, which is none of the 2 classes; complete");
  }

  @Test
  void aListThatHasANameTwiceIsRefused() throws IOException {
    writeSlim();
    Path list = Files.writeString(folder.resolve("classes.txt"), "n01\nn01\n");
    assertProblem(list + ": names a class twice");
  }

  @Test
  void namesAndNumbersOfClassesAreNotMixed() throws IOException {
    write("train-00000-of-00001", new TestRecords().tfds(SMALL, 1, "a").slim(SMALL, 1, "n01", "b"));
    assertProblem("has classes with names and classes with numbers; list");
  }

  @Test
  void shardsWithoutImagesAreNoSplit() throws IOException {
    Path shard = Files.createFile(folder.resolve("train-00000-of-00001"));
    assertProblem(shard + ": holds no image, nor do the others of its set; pack it again");
  }

  @Test
  void anEmptyShardAmongOthersIsPassedOver() throws IOException {
    write("train-00000-of-00003", new TestRecords().tfds(SMALL, 0, "a"));
    write("train-00001-of-00003", new TestRecords());
    write("train-00002-of-00003", new TestRecords().tfds(LARGE, 1, "b"));
    assertThat(train().contents().place(1))
        .isEqualTo(folder.resolve("train-00002-of-00003") + ": record 0");
    assertThat(train().contents().read(0)).isEqualTo(SMALL);
    assertThat(train().contents().read(1)).isEqualTo(LARGE);
  }

  @Test
  void anEmptyListIsNoLabel() throws IOException {
    write(
        "train-00000-of-00001",
        new TestRecords()
            .record(
                ImmutableMap.of(
                    "image",
                    TestRecords.bytes(SMALL),
                    "label",
                    Feature.newBuilder().setInt64List(Int64List.getDefaultInstance()).build())));
    assertProblem("it has no feature image/class/synset, image/class/label or label");
  }

  @Test
  void aFolderWithoutShardsDoesNotFit() throws IOException {
    Files.writeString(folder.resolve("training.txt"), "");
    assertThat(layout.fits(folder)).isFalse();
    assertThat(layout.fits(folder.resolve("absent"))).isFalse();
    assertProblem(folder + ": holds no shards; ");
  }

  private void assertProblem(String message) {
    assertThatThrownBy(() -> layout.splits(folder))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(message);
  }
}
