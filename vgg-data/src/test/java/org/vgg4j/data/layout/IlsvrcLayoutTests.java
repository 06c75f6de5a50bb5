package org.vgg4j.data.layout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vgg4j.data.layout.SmallIlsvrc.CUP;
import static org.vgg4j.data.layout.SmallIlsvrc.DOG;
import static org.vgg4j.data.layout.SmallIlsvrc.EXPECTED_TRAIN;
import static org.vgg4j.data.layout.SmallIlsvrc.EXPECTED_VAL;
import static org.vgg4j.data.layout.SmallIlsvrc.FISH;
import static org.vgg4j.data.layout.SmallIlsvrc.KIT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vgg4j.core.Problem;
import org.vgg4j.data.DataSource;
import org.vgg4j.data.Reading;
import org.vgg4j.data.Resources;
import org.vgg4j.data.source.LabelledFiles;
import org.vgg4j.data.source.Split;
import org.vgg4j.data.transfer.TestArchive;

class IlsvrcLayoutTests {
  private final IlsvrcLayout layout = new IlsvrcLayout();
  @TempDir private Path folder;

  void write(String path, String content) throws IOException {
    write(path, content.getBytes(UTF_8));
  }

  void write(String path, byte[] content) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  private static String valName(int number) {
    return "ILSVRC2012_val_%08d.JPEG".formatted(number);
  }

  /** Ways to have the validation images. */
  private enum ValForm {
    FOLDER_AND_KIT {
      @Override
      void write(IlsvrcLayoutTests test) throws IOException {
        test.writeFlatVal("val/");
        KIT.writeFolder(test.folder);
      }
    },
    ARCHIVE_AND_KIT_ARCHIVE {
      @Override
      void write(IlsvrcLayoutTests test) throws IOException {
        TestArchive archive = new TestArchive();
        for (int number : new int[] {4, 2, 1, 3}) {
          archive.file(valName(number), "image " + number);
        }
        test.write("ILSVRC2012_img_val.tar", archive.tar());
        KIT.writeArchive(test.folder);
      }
    },
    LIST {
      @Override
      void write(IlsvrcLayoutTests test) throws IOException {
        test.writeFlatVal("val/");
        test.write("synsets.txt", String.join("\n", FISH, DOG, CUP));
        test.write("val.txt", list(1, 2, 0, 1));
      }
    },
    SOLUTION {
      @Override
      void write(IlsvrcLayoutTests test) throws IOException {
        test.writeFlatVal("ILSVRC/Data/CLS-LOC/val/");
        test.write(
            "LOC_val_solution.csv",
            """
            ImageId,PredictionString
            ILSVRC2012_val_00000002,n03147509 85 1 499 272
            ILSVRC2012_val_00000001,n02084071 10 20 30 40 n02084071 1 1 9 9
            ILSVRC2012_val_00000004,n02084071 1 1 9 9
            ILSVRC2012_val_00000003,n01440764 1 1 9 9
            """);
      }
    },
    FOLDERS {
      @Override
      void write(IlsvrcLayoutTests test) throws IOException {
        test.write("val/" + FISH + "/" + valName(3), "image 3");
        test.write("val/" + DOG + "/" + valName(1), "image 1");
        test.write("val/" + DOG + "/" + valName(4), "image 4");
        test.write("val/" + CUP + "/" + valName(2), "image 2");
      }
    };

    abstract void write(IlsvrcLayoutTests test) throws IOException;
  }

  private static String list(int... labels) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < labels.length; i++) {
      lines.append(valName(i + 1)).append(' ').append(labels[i]).append('\n');
    }
    return lines.toString();
  }

  private void writeFlatVal(String place) throws IOException {
    for (int number = 1; number <= 4; number++) {
      write(place + valName(number), "image " + number);
    }
  }

  private List<String> read(Split split) throws IOException {
    LabelledFiles files = Objects.requireNonNull(layout.splits(folder).get(split));
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      String content = new String(files.contents().read(i), UTF_8);
      lines.add(files.id(i) + " " + files.classes().get(files.label(i)) + " " + content);
    }
    return lines;
  }

  private void refused(String... parts) {
    assertThatThrownBy(() -> layout.splits(folder))
        .isInstanceOf(Problem.class)
        .satisfies(problem -> assertThat(problem.getMessage()).contains(parts));
  }

  @ParameterizedTest
  @EnumSource
  void trainingImagesReadTheSameInEachForm(TrainForm form) throws IOException {
    form.write(this);
    assertThat(read(Split.TRAIN)).isEqualTo(EXPECTED_TRAIN);
  }

  @ParameterizedTest
  @EnumSource
  void validationImagesReadTheSameInEachForm(ValForm form) throws IOException {
    form.write(this);
    assertThat(read(Split.VAL)).isEqualTo(EXPECTED_VAL);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FOLDERS")
  void eachFormThatOnlyThisLayoutReadsIsDetected(TrainForm form) throws IOException {
    form.write(this);
    assertThat(Layouts.detected(folder).name()).isEqualTo("ilsvrc");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FOLDERS")
  void eachFormOfValidationImagesIsDetected(ValForm form) throws IOException {
    form.write(this);
    assertThat(Layouts.detected(folder).name()).isEqualTo("ilsvrc");
  }

  @Test
  void labelsOfAListWithoutSynsetsAreThoseOfTheTrainingClasses() throws IOException {
    TrainForm.FOLDERS.write(this);
    writeFlatVal("val/");
    write("val.txt", list(1, 2, 0, 1));
    assertThat(read(Split.VAL)).isEqualTo(EXPECTED_VAL);
  }

  @Test
  void validationImagesThatNothingTellsTheClassesOfAreRefused() throws IOException {
    writeFlatVal("val/");
    refused("val", "nothing tells the classes", "ILSVRC2012_devkit_t12.tar.gz, val.txt or");
  }

  @Nested
  class WithAList {
    @BeforeEach
    void writeImages() throws IOException {
      ValForm.LIST.write(IlsvrcLayoutTests.this);
    }

    @Test
    void aListOfAnotherLengthIsRefused() throws IOException {
      write("val.txt", list(1, 2, 0));
      refused("holds 4 images, but", "val.txt", "knows 3");
    }

    @Test
    void aListOfOtherImagesIsRefused() throws IOException {
      write("val.txt", list(1, 2, 0) + "ILSVRC2012_val_00000005.JPEG 1\n");
      refused("holds ILSVRC2012_val_00000004.JPEG, which is none of the 4 validation images");
    }

    @Test
    void aLabelBeyondTheClassesIsToldWithItsLine() throws IOException {
      write("val.txt", list(1, 2, 0, 3));
      refused("val.txt:4", "label 3 is that of no class; there are 3");
    }

    @Test
    void labelsWithoutAnyClassesAreRefused() throws IOException {
      Files.delete(folder.resolve("synsets.txt"));
      refused("val.txt:1", "means nothing without classes", "synsets.txt");
    }
  }

  @Test
  void imagesBesideTheKitOfOthersAreRefused() throws IOException {
    ValForm.FOLDER_AND_KIT.write(this);
    Files.delete(folder.resolve("val").resolve(valName(2)));
    refused("holds 3 images, but the development kit knows 4");
  }

  @Test
  void anArchiveThatIsCutShortIsNamed() throws IOException {
    byte[] archive = TrainForm.classArchive(FISH);
    write("train/" + DOG + ".tar", TrainForm.classArchive(DOG));
    write("train/" + FISH + ".tar", Arrays.copyOf(archive, 700));
    refused("n01440764.tar", "is no whole tar archive");
  }

  @Test
  void aClassArchiveWithoutImagesIsNamed() throws IOException {
    write("train/" + FISH + ".tar", new TestArchive().file("readme.txt", "none").tar());
    refused("n01440764.tar", "holds no images");
  }

  @Test
  void aFolderWithoutAnyOfItIsRefused() {
    assertThat(layout.fits(folder)).isFalse();
    refused("holds nothing of ILSVRC-2012");
  }

  @Test
  void aSolutionWithClassesThatTrainingLacksIsRefusedByName() throws IOException {
    ValForm.SOLUTION.write(this);
    write("ILSVRC/Data/CLS-LOC/train/" + FISH + "/1.JPEG", "a fish");
    write("ILSVRC/Data/CLS-LOC/train/" + DOG + "/1.JPEG", "a dog");
    assertThatThrownBy(
            () -> DataSource.open(folder.toString(), Reading.DEFAULT, Resources.threads(1)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("different classes: only in train [], only in val [" + CUP + "]");
  }

  @Test
  void aSolutionWithoutAnAnswerKnowsOneImageLess() throws IOException {
    ValForm.SOLUTION.write(this);
    write("LOC_val_solution.csv", "ILSVRC2012_val_00000002,\nILSVRC2012_val_00000001,n02084071 1");
    refused("holds 4 images, but", "LOC_val_solution.csv knows 1");
  }

  @Test
  void anImageUnderTwoClassesIsRefused() throws IOException {
    ValForm.LIST.write(this);
    write("val.txt", list(1, 2, 0, 1) + valName(2) + " 0\n");
    refused("val.txt:5", "is of n01440764, but of n03147509 further up");
  }

  @Test
  void anArchiveThatHoldsAnImageTwiceIsRefused() throws IOException {
    TestArchive archive = new TestArchive();
    for (int number : new int[] {1, 2, 3, 4, 2}) {
      archive.file(valName(number), "image " + number);
    }
    write("ILSVRC2012_img_val.tar", archive.tar());
    KIT.writeArchive(folder);
    refused("ILSVRC2012_img_val.tar", "holds ILSVRC2012_val_00000002.JPEG twice");
  }

  @Test
  void classesOfWhichSomeAreUnpackedAreRefused() throws IOException {
    TrainForm.FOLDER_OF_ARCHIVES.write(this);
    write("train/" + FISH + "/1.JPEG", "unpacked beside its archive");
    assertThat(read(Split.TRAIN)).isEqualTo(EXPECTED_TRAIN);
    Files.delete(folder.resolve("train/" + FISH + ".tar"));
    refused("train", "but of n01440764 a folder and no archive");
  }
}
