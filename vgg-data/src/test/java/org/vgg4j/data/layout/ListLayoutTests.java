package org.vgg4j.data.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vgg4j.core.Problem;
import org.vgg4j.data.source.LabelledFiles;
import org.vgg4j.data.source.Split;

class ListLayoutTests {
  private final ListLayout layout = new ListLayout();
  @TempDir private Path folder;

  @BeforeEach
  void makeImages() throws IOException {
    Files.createDirectories(folder.resolve("all"));
    for (String name : new String[] {"1.jpg", "2.jpg", "a cat.jpg"}) {
      Files.writeString(folder.resolve("all").resolve(name), name);
    }
  }

  private Path write(String name, String... lines) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("\n", lines));
  }

  private LabelledFiles split(Path location, Split split) {
    return Objects.requireNonNull(layout.splits(location).get(split));
  }

  private void refused(String... parts) {
    assertThatThrownBy(() -> layout.splits(folder))
        .isInstanceOf(Problem.class)
        .satisfies(problem -> assertThat(problem.getMessage()).contains(parts));
  }

  @Test
  void imagesKeepTheOrderOfTheirList() throws IOException {
    write("train.txt", "all/2.jpg 1", "", "# a comment", "all/a cat.jpg\t0");
    LabelledFiles train = split(folder, Split.TRAIN);
    assertThat(IntStream.range(0, 2).mapToObj(train::id))
        .containsExactly("train/all/2.jpg", "train/all/a cat.jpg");
    assertThat(IntStream.range(0, 2).map(train::label)).containsExactly(1, 0);
    assertThat(train.classes()).containsExactly("0", "1");
    assertThat(train.contents().read(1)).asString().isEqualTo("a cat.jpg");
  }

  @Test
  void trainAndValHaveTheClassesOfBoth() throws IOException {
    write("train.txt", "all/1.jpg dog", "all/2.jpg cat");
    write("val.txt", "all/a cat.jpg cat");
    assertThat(layout.splits(folder)).containsOnlyKeys(Split.TRAIN, Split.VAL);
    assertThat(split(folder, Split.VAL).classes()).containsExactly("cat", "dog");
    assertThat(split(folder, Split.VAL).label(0)).isZero();
  }

  @Test
  void oneListIsADataSetToo() throws IOException {
    Path list = write("mine.txt", "all/1.jpg 0");
    Map<Split, LabelledFiles> splits = layout.splits(list);
    assertThat(splits).containsOnlyKeys(Split.VAL);
    assertThat(layout.fits(list)).isTrue();
  }

  @Test
  void classNamesComeFromAFileBesideTheList() throws IOException {
    write("classes.txt", "tabby cat", "dog");
    write("val.txt", "all/1.jpg 1", "all/2.jpg dog");
    LabelledFiles val = split(folder, Split.VAL);
    assertThat(val.classes()).containsExactly("tabby cat", "dog");
    assertThat(IntStream.range(0, 2).map(val::label)).containsExactly(1, 1);
  }

  @Test
  void listsAreDetectedUnlessThereAreClassFolders() throws IOException {
    write("train.txt", "all/1.jpg 0");
    assertThat(layout.fits(folder)).isTrue();
    assertThat(Layouts.detected(folder).name()).isEqualTo("list");
    Files.createDirectories(folder.resolve("train/cat"));
    assertThat(layout.fits(folder)).isFalse();
  }

  @Test
  void aLabelBeyondTheClassesIsToldWithItsLine() throws IOException {
    write("classes.txt", "cat", "dog");
    write("val.txt", "all/1.jpg 1", "all/2.jpg 2");
    refused("val.txt:2", "label 2 is that of no class; there are 2");
  }

  @Test
  void labelsThatStartAtOneAreRefused() throws IOException {
    write("val.txt", "all/1.jpg 1", "all/2.jpg 2");
    refused("no image has label 0", "classes.txt");
  }

  @Test
  void anUnknownClassNameIsRefused() throws IOException {
    write("classes.txt", "cat", "dog");
    write("val.txt", "all/1.jpg horse");
    refused("val.txt:1", "horse");
  }

  @Test
  void aMissingImageIsToldWithItsLine() throws IOException {
    write("val.txt", "all/1.jpg 0", "all/3.jpg 0");
    refused("val.txt:2", "there is no image all/3.jpg");
  }

  @Test
  void anImageThatIsListedTwiceIsToldWithBothLines() throws IOException {
    write("val.txt", "all/1.jpg 0", "all/2.jpg 1", "all/1.jpg 1");
    refused("val.txt:3", "all/1.jpg is in line 1 too");
  }

  @Test
  void aLineWithoutALabelIsRefused() throws IOException {
    write("val.txt", "all/1.jpg");
    refused("val.txt:1", "has no label");
  }

  @Test
  void anEmptyListIsRefused() throws IOException {
    write("val.txt", "# nothing yet");
    refused("val.txt", "lists no images");
  }

  @Test
  void aClassThatIsNamedTwiceIsRefused() throws IOException {
    write("synsets.txt", "n01440764 tench", "n01440764 tench again");
    write("val.txt", "all/1.jpg 0");
    refused("synsets.txt", "names a class twice");
  }

  @Test
  void namesThatLookLikeNumbersStayNamesAmongOthers() throws IOException {
    write("val.txt", "all/1.jpg 1", "all/2.jpg cat", "all/a cat.jpg dog");
    LabelledFiles val = split(folder, Split.VAL);
    assertThat(IntStream.range(0, 3).mapToObj(i -> val.classes().get(val.label(i))))
        .containsExactly("1", "cat", "dog");
  }

  @Test
  void aNumberThatNamesAnotherClassIsRefused() throws IOException {
    write("classes.txt", "1", "0");
    write("val.txt", "all/1.jpg 1");
    refused("val.txt:1", "label 1 is both a position and another class's name");
  }

  @Test
  void theMarkThatSomeEditorsPutFirstIsNoPartOfAName() throws IOException {
    write("classes.txt", "\uFEFFcat", "dog");
    write("val.txt", "\uFEFFall/1.jpg dog", "all/2.jpg cat");
    LabelledFiles val = split(folder, Split.VAL);
    assertThat(IntStream.range(0, 2).map(val::label)).containsExactly(1, 0);
    assertThat(val.id(0)).isEqualTo("val/all/1.jpg");
  }

  @Test
  void linesAreNotKeptInMemoryWithTheirImages() throws IOException {
    write("val.txt", "all/1.jpg 0");
    ListedImages listed = ListedImages.of(Split.VAL, new ListFile(folder.resolve("val.txt")));
    WeakReference<ListFile.Line> line = new WeakReference<>(listed.lines().get(0));
    LabelledFiles files = listed.read(ListedClasses.of(List.of(listed)));
    listed = ListedImages.of(Split.VAL, new ListFile(folder.resolve("val.txt")));
    for (int i = 0; i < 50 && line.get() != null; i++) {
      System.gc();
    }
    assertThat(line.get()).isNull();
    assertThat(files.contents().place(0)).endsWith("1.jpg");
    assertThat(listed.lines()).hasSize(1);
  }
}
