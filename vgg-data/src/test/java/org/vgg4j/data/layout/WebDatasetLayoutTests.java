package org.vgg4j.data.layout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vgg4j.core.Problem;
import org.vgg4j.data.source.LabelledFiles;
import org.vgg4j.data.source.Split;
import org.vgg4j.data.transfer.TestArchive;

class WebDatasetLayoutTests {
  private final WebDatasetLayout layout = new WebDatasetLayout();
  @TempDir private Path folder;

  private Path write(String name, TestArchive archive) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    return Files.write(folder.resolve(name), archive.tar());
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

  private static TestArchive archive() {
    return new TestArchive();
  }

  @Test
  void keysHaveAnImageAndTheNumberOfAClass() throws IOException {
    write(
        "imagenet1k-train-0000.tar",
        archive()
            .file("000.jpg", "first")
            .file("000.cls", "2\n")
            .file("001.cls", "0")
            .file("001.png", "second"));
    Path second =
        write(
            "imagenet1k-train-0001.tar", archive().file("002.JPEG", "third").file("002.cls", "1"));
    write("imagenet1k-validation-00.tar", archive().file("a.jpeg", "v").file("a.cls", "0"));
    assertThat(Layouts.detected(folder).name()).isEqualTo("webdataset");
    assertThat(train().classes()).containsExactly("0000", "0001", "0002");
    assertThat(labels(train())).containsExactly(2, 0, 1);
    assertThat(train().id(1)).isEqualTo("train/001.png");
    assertThat(new String(train().contents().read(1), UTF_8)).isEqualTo("second");
    assertThat(train().contents().place(2)).isEqualTo(second + ": 002.JPEG");
    assertThat(train().contents().stamp(0).bytes()).isEqualTo(5);
    assertThat(split(Split.VAL).id(0)).isEqualTo("val/a.jpeg");
  }

  @Test
  void aClassMayBeToldByItsName() throws IOException {
    write(
        "train-000000.tar",
        archive()
            .file("x/a.jpg", "1")
            .file("x/a.cls", "dog")
            .file("x/b.jpg", "2")
            .file("x/b.cls", "cat"));
    assertThat(train().classes()).containsExactly("cat", "dog");
    assertThat(labels(train())).containsExactly(1, 0);
    assertThat(train().id(0)).isEqualTo("train/x/a.jpg");
  }

  @Test
  void jsonTellsLabelAndFileName() throws IOException {
    write(
        "train-000000.tar",
        archive()
            .file("0.jpg", "1")
            .file("0.json", "{\"label\": 1, \"filename\": \"dog/a.b.JPEG\"}")
            .file("1.jpg", "2")
            .file("1.json", "{\"label\": \"zebra\", \"other\": [1]}"));
    Files.writeString(folder.resolve("classes.txt"), "zebra\ndog\n");
    assertThat(labels(train())).containsExactly(1, 0);
    assertThat(train().id(0)).isEqualTo("train/dog/a.b.JPEG");
    assertThat(train().id(1)).isEqualTo("train/1.jpg");
  }

  @Test
  void keysThatBeginAnewInEachShardAreToldApart() throws IOException {
    write("train-000000.tar", archive().file("0.jpg", "1").file("0.cls", "0"));
    write("train-000001.tar", archive().file("0.jpg", "2").file("0.cls", "0"));
    assertThat(train().id(1)).isEqualTo("train/train-000001.tar/0.jpg");
  }

  @Test
  void furtherFilesOfAKeyAndHiddenOnesDoNoHarm() throws IOException {
    write(
        "train-000000.tar",
        archive()
            .file("._0.jpg", "from a Mac")
            .file("0.seg.png", "a mask")
            .file("0.txt", "a caption")
            .file("0.jpg", "1")
            .file("0.cls", "0"));
    Files.writeString(folder.resolve("._train-000001.tar"), "from a Mac");
    assertThat(train().size()).isEqualTo(1);
    assertThat(train().contents().read(0)).hasSize(1);
  }

  @Test
  void aKeyWithoutLabelIsNamed() throws IOException {
    Path shard = write("train-000000.tar", archive().file("0.jpg", "1"));
    assertProblem(
        shard + ": 0.jpg: can't be read as WebDataset (it has no label, neither in .cls nor in");
    write("train-000000.tar", archive().file("0.jpg", "1").file("0.json", "{}"));
    assertProblem("it has no label");
  }

  @Test
  void aKeyHasOneImage() throws IOException {
    write("train-000000.tar", archive().file("0.cls", "1"));
    assertProblem(": 0.cls: can't be read as WebDataset (the key has 0 images, not one); each");
    write("train-000000.tar", archive().file("0.jpg", "1").file("0.png", "2").file("0.cls", "1"));
    assertProblem("the key has 2 images, not one");
    write("train-000000.tar", archive().file("0.jpg", "1").file("0.jpg", "2").file("0.cls", "1"));
    assertProblem("two files of the key have one extension");
  }

  @Test
  void labelsOutOfRangeAreNamed() throws IOException {
    Path shard = write("train-000000.tar", archive().file("0.jpg", "1").file("0.cls", "-1"));
    assertProblem("its label is -1, but labels count from 0");
    write("train-000000.tar", archive().file("0.jpg", "1").file("0.cls", "2"));
    Files.writeString(folder.resolve("classes.txt"), "cat\ndog\n");
    assertProblem(shard + ": 0.jpg: has the label 2, which is none of the 2 classes; complete");
  }

  @Test
  void damagedJsonIsNamed() throws IOException {
    write("train-000000.tar", archive().file("0.jpg", "1").file("0.json", "{"));
    assertProblem("(0.json is no JSON)");
  }

  @Test
  void aShardThatIsCutShortIsNamed() throws IOException {
    Path shard = folder.resolve("train-000000.tar");
    byte[] whole = archive().file("0.jpg", "1").file("0.cls", "0").tar();
    Files.write(shard, Arrays.copyOf(whole, 1200));
    assertProblem(shard + ": is no whole tar archive (");
  }

  @Test
  void aGapBetweenShardsIsNamed() throws IOException {
    write("train-000000.tar", archive().file("0.jpg", "1").file("0.cls", "0"));
    write("train-000002.tar", archive().file("2.jpg", "1").file("2.cls", "0"));
    assertProblem(folder + ": lacks the shard train-000001.tar; copy");
  }

  private void assertProblem(String message) {
    assertThatThrownBy(() -> layout.splits(folder))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "1.0", "true", "[1]", "{}"})
  void whatIsNeitherAWholeNumberNorATextIsNoLabel(String label) throws IOException {
    write(
        "train-000000.tar",
        archive().file("0.jpg", "1").file("0.json", "{\"label\": " + label + "}"));
    assertProblem("it has no label");
  }
}
