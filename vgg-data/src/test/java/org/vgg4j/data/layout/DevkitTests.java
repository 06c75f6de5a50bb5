package org.vgg4j.data.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vgg4j.core.Problem;

class DevkitTests {
  private static final SyntheticDevkit KIT =
      new SyntheticDevkit(List.of("n02119789", "n01440764", "n02100735"), List.of(3, 1, 2, 1));

  @TempDir private Path folder;

  @Test
  void validationImagesAreMappedByWordNetIdAndNotByPosition() throws IOException {
    Devkit devkit = Devkit.open(KIT.writeFolder(folder));
    assertThat(devkit.validationWordNetIds())
        .containsExactly("n02100735", "n02119789", "n01440764", "n02119789");
    assertThat(devkit.wordNetIdOf(2)).isEqualTo("n01440764");
  }

  @Test
  void classesAreTheSortedLeavesOfTheHierarchy() throws IOException {
    assertThat(Devkit.open(KIT.writeFolder(folder)).classes())
        .containsExactly("n01440764", "n02100735", "n02119789");
  }

  @Test
  void theArchiveTellsTheSameAsTheFolder() throws IOException {
    Devkit unpacked = Devkit.open(KIT.writeFolder(folder.resolve("a")));
    Devkit packed = Devkit.open(KIT.writeArchive(folder.resolve("b")));
    assertThat(packed.classes()).isEqualTo(unpacked.classes());
    assertThat(packed.validationWordNetIds()).isEqualTo(unpacked.validationWordNetIds());
  }

  @Test
  void theKitIsFoundInTheFolderAboveAndInItsDataFolder() throws IOException {
    Path kit = KIT.writeFolder(folder.resolve("a"));
    KIT.writeArchive(folder.resolve("b"));
    for (Path location :
        List.of(folder.resolve("a"), kit, kit.resolve("data"), folder.resolve("b"))) {
      assertThat(Devkit.find(location)).as(location.toString()).isPresent();
      assertThat(Devkit.open(location).classes()).hasSize(3);
    }
  }

  @Test
  void aFolderWithoutKitIsNamed() {
    assertThat(Devkit.find(folder)).isEmpty();
    assertThatThrownBy(() -> Devkit.open(folder))
        .isInstanceOf(Problem.class)
        .hasMessage(
            folder
                + ": holds no development kit of ILSVRC-2012;"
                + " give ILSVRC2012_devkit_t12.tar.gz or its unpacked folder");
  }

  @Test
  void aKitWithoutGroundTruthIsNamed() throws IOException {
    Path data = KIT.writeFolder(folder).resolve("data");
    Files.delete(data.resolve("ILSVRC2012_validation_ground_truth.txt"));
    assertThatThrownBy(() -> Devkit.open(folder))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith(data + ": lacks ILSVRC2012_validation_ground_truth.txt; ");
  }

  @Test
  void aGroundTruthWithAnUnknownClassIsToldWithItsLine() throws IOException {
    Path data = KIT.writeFolder(folder).resolve("data");
    Path truth = data.resolve("ILSVRC2012_validation_ground_truth.txt");
    for (String wrong : List.of("4", "0", "x", "")) {
      Files.writeString(truth, "1\n" + wrong + "\n2\n");
      assertThatThrownBy(() -> Devkit.open(folder))
          .isInstanceOf(Problem.class)
          .hasMessageStartingWith(truth + ":2: '" + wrong + "' is the number of no class");
    }
  }

  @Test
  void aNumberOfNoClassIsRefused() throws IOException {
    Devkit devkit = Devkit.open(KIT.writeFolder(folder));
    assertThatThrownBy(() -> devkit.wordNetIdOf(4)).isInstanceOf(Problem.class);
  }

  @Test
  void aDamagedTableOfClassesIsNamed() throws IOException {
    Path meta = KIT.writeFolder(folder).resolve("data/meta.mat");
    byte[] whole = Files.readAllBytes(meta);
    for (int length : new int[] {0, 100, 128, 200, whole.length / 2, whole.length - 8}) {
      Files.write(meta, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> Devkit.open(folder))
          .as("cut off after %s bytes", length)
          .isInstanceOf(Problem.class)
          .hasMessageStartingWith(meta + ": is damaged or no table of ILSVRC-2012's classes");
    }
  }

  @Test
  void anArchiveThatIsCutShortIsNamed() throws IOException {
    Path archive = KIT.writeArchive(folder);
    byte[] whole = Files.readAllBytes(archive);
    Files.write(archive, Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> Devkit.open(archive))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith(archive.toString())
        .hasMessageEndingWith("download it again");
  }
}
