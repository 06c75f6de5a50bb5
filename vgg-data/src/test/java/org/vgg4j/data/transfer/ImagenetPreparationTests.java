package org.vgg4j.data.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vgg4j.core.Problem;
import org.vgg4j.data.layout.SyntheticDevkit;
import org.vgg4j.data.source.Split;

class ImagenetPreparationTests {
  private static final String FISH = "n01440764";
  private static final String FOX = "n02119789";
  private static final String TRAIN = "ILSVRC2012_img_train.tar";
  private static final String VAL = "ILSVRC2012_img_val.tar";

  /** In the kit's order the fox comes before the fish. */
  private static final SyntheticDevkit KIT =
      new SyntheticDevkit(List.of(FOX, FISH), List.of(2, 1, 1));

  private final Recorder progress = new Recorder();
  @TempDir private Path folder;
  private Path from = Path.of("");
  private Path out = Path.of("");

  @BeforeEach
  void writeArchives() throws IOException {
    from = Files.createDirectories(folder.resolve("from"));
    out = folder.resolve("out");
    Files.write(from.resolve(TRAIN), train().tar());
    Files.write(from.resolve(VAL), val(1, 2, 3).tar());
    KIT.writeArchive(from);
  }

  private static TestArchive train() {
    byte[] fish =
        new TestArchive()
            .file(FISH + "_1.JPEG", "a fish")
            .file(FISH + "_2.JPEG", "two fishes")
            .tar();
    byte[] fox =
        new TestArchive()
            .file("._" + FOX + "_1.JPEG", "of a Mac")
            .file(FOX + "_1.JPEG", "a fox")
            .file("readme.txt", "no image")
            .tar();
    return new TestArchive().file(FISH + ".tar", fish).file(FOX + ".tar", fox);
  }

  private static TestArchive val(int... numbers) {
    TestArchive archive = new TestArchive();
    Arrays.stream(numbers).forEach(i -> archive.file(valName(i), "image " + i));
    return archive;
  }

  private static String valName(int number) {
    return String.format("ILSVRC2012_val_%08d.JPEG", number);
  }

  private ImagenetPreparation preparation() {
    return new ImagenetPreparation(from, out);
  }

  private List<PreparedSplit> unpack() {
    return preparation().unpack(progress);
  }

  private static void refused(ThrowingCallable call, String start, String what) {
    assertThatThrownBy(call)
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith(start + ": ")
        .hasMessageContaining(what);
  }

  @Test
  void bothSplitsBecomeFoldersOfClasses() {
    assertThat(unpack())
        .containsExactly(
            new PreparedSplit(Split.TRAIN, out.resolve("train"), 2, 3, 2),
            new PreparedSplit(Split.VAL, out.resolve("val"), 2, 3, 0));
    assertThat(out.resolve("train/" + FISH + "/" + FISH + "_2.JPEG")).hasContent("two fishes");
    assertThat(out.resolve("train/" + FOX)).isDirectoryNotContaining("glob:**{._,readme}*");
    assertThat(progress.done("unpacking " + TRAIN)).isGreaterThan(2048);
  }

  @Test
  void validationImagesGoWhereTheKitSaysByWordNetId() {
    unpack();
    assertThat(out.resolve("val/" + FISH + "/" + valName(1))).hasContent("image 1");
    assertThat(out.resolve("val/" + FOX + "/" + valName(2))).hasContent("image 2");
    assertThat(out.resolve("val/" + FOX + "/" + valName(3))).hasContent("image 3");
  }

  @Test
  void oneSplitAloneWillDo() throws IOException {
    Files.delete(from.resolve(TRAIN));
    assertThat(unpack()).extracting(PreparedSplit::split).containsExactly(Split.VAL);
    assertThat(out.resolve("train")).doesNotExist();
  }

  @Test
  void whatWasBrokenOffGoesOn() throws IOException {
    Path done = Files.createDirectories(out.resolve(".train.part/" + FISH));
    Files.writeString(done.resolve("kept.JPEG"), "a class that was complete");
    Path torn = Files.createDirectories(out.resolve(".train.part/." + FOX + ".part"));
    Files.writeString(torn.resolve(FOX + "_1.JPEG"), "a f");
    Path val = Files.createDirectories(out.resolve(".val.part/" + FISH));
    Files.writeString(val.resolve(valName(1)), "im");
    unpack();
    assertThat(out.resolve("train/" + FISH + "/kept.JPEG")).exists();
    assertThat(out.resolve("train/" + FOX + "/" + FOX + "_1.JPEG")).hasContent("a fox");
    assertThat(out.resolve("val/" + FISH + "/" + valName(1))).hasContent("image 1");
    assertThat(out).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void finishedSplitsAreNotTouchedAgain() throws IOException {
    unpack();
    Files.write(from.resolve(TRAIN), new byte[0]);
    assertThat(unpack()).extracting(PreparedSplit::images).containsExactly(3L, 3L);
  }

  @Test
  void archivesThatAreCutShortAreNamed() throws IOException {
    for (String name : new String[] {TRAIN, VAL}) {
      Path archive = from.resolve(name);
      byte[] whole = Files.readAllBytes(archive);
      for (int length : new int[] {100, 700, whole.length / 2}) {
        Files.write(archive, Arrays.copyOf(whole, length));
        refused(this::unpack, archive.toString(), "");
      }
      Files.write(archive, whole);
    }
    assertThat(out.resolve("train")).exists(); // was whole when the other was not
    assertThat(out.resolve("val")).doesNotExist();
  }

  @Test
  void aClassArchiveThatIsCutShortIsNamed() throws IOException {
    byte[] fish = new TestArchive().file(FISH + "_1.JPEG", new byte[5000]).tar();
    Files.write(
        from.resolve(TRAIN),
        new TestArchive().file(FISH + ".tar", Arrays.copyOf(fish, 3000)).tar());
    refused(this::unpack, from.resolve(TRAIN).toString(), "can't be prepared (");
    assertThat(out.resolve("train")).doesNotExist();
  }

  @Test
  void imagesAndKitThatDisagreeAreTold() throws IOException {
    Path val = Files.write(from.resolve(VAL), val(1, 2).tar());
    refused(this::unpack, val.toString(), "holds 2 images, but the development kit knows 3");
    Files.write(val, val(1, 2, 4).tar());
    refused(this::unpack, val.toString(), valName(4) + ", which is none of the 3 validation");
    Files.write(val, val(1, 2, 2).tar());
    refused(this::unpack, val.toString(), "holds 2 images, but the development kit knows 3");
  }

  @Test
  void aMissingKitIsToldBeforeHoursOfWork() throws IOException {
    Files.delete(from.resolve("ILSVRC2012_devkit_t12.tar.gz"));
    refused(this::unpack, from.toString(), "holds no development kit of ILSVRC-2012");
    assertThat(out).doesNotExist();
  }

  @Test
  void anArchiveOfImagesInPlaceOfClassesIsTold() throws IOException {
    Path train = Files.write(from.resolve(TRAIN), val(1, 2, 3).tar());
    refused(this::unpack, train.toString(), "not one archive for each class");
  }

  @Test
  void anEmptyFolderIsTold() throws IOException {
    from = Files.createDirectories(folder.resolve("empty"));
    for (ThrowingCallable call :
        List.<ThrowingCallable>of(
            this::unpack,
            () -> preparation().link(progress),
            () -> preparation().check(progress))) {
      refused(call, from.toString(), "holds nothing of ILSVRC-2012 to prepare; put ILSVRC2012_img");
    }
  }

  @Test
  void archivesThatAreNotThePublishedOnesAreFoundOut() {
    refused(
        () -> preparation().check(progress),
        from.resolve(TRAIN).toString(),
        "not the published 1d675b47d978889d74fa0da5fadfb00e; download it again");
  }

  @Test
  void unpackedImagesAreLinkedAndNotCopied() throws IOException {
    Path train = Files.createDirectories(from.resolve("ILSVRC/Data/CLS-LOC/train/" + FISH));
    Files.writeString(train.resolve(FISH + "_1.JPEG"), "a fish");
    Path val = Files.createDirectories(from.resolve("val"));
    for (int i = 1; i <= 3; i++) {
      Files.writeString(val.resolve(valName(i)), "image " + i);
    }
    Files.writeString(val.resolve("LOC_val_solution.csv"), "no image");
    assertThat(preparation().link(progress))
        .containsExactly(
            new PreparedSplit(Split.TRAIN, out.resolve("train"), 1, 1, 0),
            new PreparedSplit(Split.VAL, out.resolve("val"), 2, 3, 1));
    assertThat(out.resolve("train")).isSymbolicLink();
    assertThat(out.resolve("val/" + FOX + "/" + valName(3))).isSymbolicLink().hasContent("image 3");
    assertThat(preparation().link(progress)).hasSize(2);
  }

  @Test
  void validationImagesThatAreSortedAreLinkedAsTheyAre() throws IOException {
    Path val = Files.createDirectories(from.resolve("val/" + FISH));
    Files.writeString(val.resolve(valName(1)), "image 1");
    assertThat(preparation().link(progress))
        .containsExactly(new PreparedSplit(Split.VAL, out.resolve("val"), 1, 1, 0));
  }

  @Test
  void otherThingsBesideTheClassesAreNotCounted() throws IOException {
    Path train = Files.createDirectories(from.resolve("train/" + FISH));
    Files.writeString(train.resolve(FISH + "_1.JPEG"), "a fish");
    Files.writeString(from.resolve("train/readme.txt"), "of no class");
    Files.createDirectory(from.resolve("train/.thumbnails"));
    assertThat(preparation().link(progress))
        .containsExactly(new PreparedSplit(Split.TRAIN, out.resolve("train"), 1, 1, 0));
  }

  @Test
  void linksOfACallThatWasBrokenOffAreMadeAnewWhereImagesMoved() throws IOException {
    Path val = Files.createDirectories(from.resolve("val"));
    for (int i = 1; i <= 3; i++) {
      Files.writeString(val.resolve(valName(i)), "image " + i);
    }
    Path folderOfFish = Files.createDirectories(out.resolve(".val.part/" + FISH));
    Files.createSymbolicLink(folderOfFish.resolve(valName(1)), folder.resolve("gone"));
    preparation().link(progress);
    assertThat(out.resolve("val/" + FISH + "/" + valName(1))).hasContent("image 1");
  }

  @Test
  void aLinkInAnArchiveIsNoImage() throws IOException {
    TestArchive val = val(1, 2).link(valName(3), valName(1), false);
    Path archive = Files.write(from.resolve(VAL), val.tar());
    refused(this::unpack, archive.toString(), valName(3) + " is a link");
  }
}
