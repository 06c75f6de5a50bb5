package org.vgg4j.core.foreign;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vgg4j.core.foreign.TorchFixture.bytes;
import static org.vgg4j.core.foreign.TorchFixture.dict;
import static org.vgg4j.core.foreign.TorchFixture.legacy;
import static org.vgg4j.core.foreign.TorchFixture.legacyStart;
import static org.vgg4j.core.foreign.TorchFixture.numbers;
import static org.vgg4j.core.foreign.TorchFixture.storage;
import static org.vgg4j.core.foreign.TorchFixture.tensor;
import static org.vgg4j.core.foreign.TorchFixture.text;
import static org.vgg4j.core.foreign.TorchFixture.view;
import static org.vgg4j.core.foreign.TorchFixture.zip;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vgg4j.core.Problem;
import org.vgg4j.testing.SharedFolder;

class TorchFileTests {
  private static final byte[] FOUR = bytes(LITTLE_ENDIAN, 1, 2, 3, 4);

  /** Every so many bytes of a file are tried: a prime, so that all parts of an entry are met. */
  private static final int STEP = 11;

  private static final String STORAGE = storage("FloatStorage", "0", 4, "");

  @TempDir private Path folder;

  @Test
  void aTransposedViewComesInRowMajorOrder() {
    String transposed = view(STORAGE, 0, numbers(2, 2), numbers(1, 2));
    assertThat(read(dict("a", transposed)).floats("a")).containsExactly(1, 3, 2, 4);
  }

  @Test
  void aSmallViewMayRepeatItsElements() {
    String expanded = view(STORAGE, 1, numbers(3, 2), numbers(0, 2));
    assertThat(read(dict("a", expanded)).floats("a")).containsExactly(2, 4, 2, 4, 2, 4);
  }

  @Test
  void aScalarHasNoAxes() {
    TorchFile file = read(dict("a", view(STORAGE, 2, ")", ")")));
    assertThat(file.tensors()).containsExactly(new ForeignTensor("a", List.of()));
    assertThat(file.floats("a")).containsExactly(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"state_dict", "model_state_dict", "model", "net", "weights"})
  void theWeightsOfACheckpointAreFound(String name) {
    String optimizer = dict("step", tensor("0", 4, 1));
    String bestAccuracy = view(STORAGE, 0, ")", ")");
    TorchFile file =
        read(
            dict(
                "best_acc1",
                bestAccuracy,
                "optimizer",
                optimizer,
                name,
                dict("a", tensor("0", 4, 4))));
    assertThat(file.tensors()).containsExactly(new ForeignTensor("a", List.of(4)));
  }

  @Test
  void thePrefixOfSeveralDevicesIsLeftOutWhereAllHaveIt() {
    String tensor = tensor("0", 4, 4);
    assertThat(read(dict("module.a", tensor, "module.b", tensor)).tensors())
        .extracting(ForeignTensor::name)
        .containsExactly("a", "b");
    assertThat(read(dict("module.a", tensor, "b", tensor)).tensors())
        .extracting(ForeignTensor::name)
        .containsExactly("module.a", "b");
  }

  @Test
  void whatIsNoTensorIsLeftOut() {
    TorchFile file = read(dict("_extra_state", "N", "a", tensor("0", 4, 4), "version", "K\u0002"));
    assertThat(file.tensors()).extracting(ForeignTensor::name).containsExactly("a");
  }

  @Test
  void theVersionsOfLayersAreIgnored() {
    String weights = dict("a", tensor("0", 4, 4));
    String state = dict("_metadata", dict("", dict("version", "K\u0001")));
    assertThat(read(weights + state + "b").floats("a")).containsExactly(1, 2, 3, 4);
  }

  @Test
  void anOrderedDictOfPython2IsRead() {
    String pairs = "](](U\u0001a" + tensor("0", 4, 4) + "ee";
    TorchFile file = read("ccollections\nOrderedDict\n" + pairs + "\u0085R");
    assertThat(file.floats("a")).containsExactly(1, 2, 3, 4);
  }

  @Test
  void aParameterIsItsTensor() {
    String parameter =
        "ctorch._utils\n_rebuild_parameter\n("
            + tensor("0", 4, 4)
            + "\u0088ccollections\nOrderedDict\n)RtR";
    assertThat(read(dict("a", parameter)).floats("a")).containsExactly(1, 2, 3, 4);
  }

  @Test
  void aStorageMayBePartOfAnother() {
    String part = storage("FloatStorage", "0", 4, "(" + text("1") + "K\u0001K\u0002t");
    String pickle = dict("a", view(part, 1, numbers(1), numbers(1))) + ".";
    TorchFile file = TorchFile.open(legacy(folder.resolve("a.pth"), pickle, "0", FOUR));
    assertThat(file.floats("a")).containsExactly(3);
  }

  @Test
  void aMachineOfTheOtherByteOrderMayHaveWrittenIt() {
    String pickle = dict("a", tensor("0", 4, 4)) + ".";
    Map<String, byte[]> files =
        Map.of("data/0", bytes(BIG_ENDIAN, 1, 2, 3, 4), "byteorder", "big".getBytes(US_ASCII));
    TorchFile file = TorchFile.open(zip(folder.resolve("a.pth"), pickle, files));
    assertThat(file.floats("a")).containsExactly(1, 2, 3, 4);
  }

  @Test
  void aMissingTensorIsToldWithTheNearestName() {
    TorchFile file = read(dict("features.0.weight", tensor("0", 4, 4)));
    assertThatThrownBy(() -> file.floats("features.0.weights"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("did you mean features.0.weight?");
  }

  /** The file is mostly a hole; its large tensor alone would fill the tests' memory. */
  @Test
  void aFileLargerThanTheMemoryIsReadTensorByTensor() throws IOException {
    long large = 2_000_000_000;
    String pickle = dict("large", tensor("0", large, large), "small", tensor("1", 4, 4)) + ".";
    Path file = legacyStart(folder.resolve("a.pth"), pickle, "0", "1");
    try (RandomAccessFile output = new RandomAccessFile(file.toFile(), "rw")) {
      output.seek(output.length());
      output.writeLong(Long.reverseBytes(large));
      output.seek(output.length() + large * Float.BYTES);
      output.writeLong(Long.reverseBytes(4));
      output.write(FOUR);
    }
    TorchFile torch = TorchFile.open(file);
    assertThat(torch.tensors()).contains(new ForeignTensor("large", List.of(2_000_000_000)));
    assertThat(torch.floats("small")).containsExactly(1, 2, 3, 4);
  }

  @Test
  void compressedStoragesAreRefused() {
    String pickle = dict("a", tensor("0", 1 << 20, 1 << 20)) + ".";
    Map<String, byte[]> bomb = Map.of("data/0", new byte[4 << 20]);
    assertRefused(
        zip(folder.resolve("a.pth"), pickle, bomb, ZipEntry.DEFLATED),
        "archive/data.pkl is compressed, which PyTorch never does");
  }

  @Test
  void aSizeBeyondTheFileIsRefused() throws IOException {
    Path file =
        zip(folder.resolve("a.pth"), dict("a", tensor("0", 4, 4)) + ".", Map.of("data/0", FOUR));
    byte[] bytes = Files.readAllBytes(file);
    for (int at = 0; at + 46 < bytes.length; at++) {
      if (bytes[at] == 'P' && bytes[at + 1] == 'K' && bytes[at + 2] == 1) {
        Arrays.fill(bytes, at + 20, at + 28, (byte) 0x70);
      }
    }
    Files.write(file, bytes);
    assertRefused(file, "overlaps with central directory");
  }

  @Test
  void aStorageBeyondTheFileIsRefusedInTheOldFormatToo() throws IOException {
    Path file = legacy(folder.resolve("a.pth"), dict("a", tensor("0", 4, 4)) + ".", "0", FOUR);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - FOUR.length - 3] = 0x70;
    Files.write(file, bytes);
    assertRefused(file, "more than there are");
  }

  @ParameterizedTest
  @ValueSource(strings = {"odd_checkpoint.pth", "odd_checkpoint_legacy.pth"})
  void truncatedAnywhereItIsRefused(String name) throws IOException {
    byte[] whole = Files.readAllBytes(SharedFolder.path("golden/torch/" + name));
    Path file = folder.resolve(name);
    for (int length = 0; length < whole.length; length += STEP) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertRefused(file, "");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"odd_checkpoint.pth", "odd_checkpoint_legacy.pth"})
  void aWrongByteAnywhereGivesAProblemOrOtherValues(String name) throws IOException {
    byte[] whole = Files.readAllBytes(SharedFolder.path("golden/torch/" + name));
    Path file = folder.resolve(name);
    int refused = 0;
    for (int at = 0; at < whole.length; at += STEP) {
      byte[] wrong = whole.clone();
      wrong[at] ^= (byte) (1 + at % 255);
      Files.write(file, wrong);
      refused += isRefused(file) ? 1 : 0;
    }
    assertThat(refused).isBetween(whole.length / STEP / 10, whole.length / STEP);
  }

  private static boolean isRefused(Path file) {
    try {
      TorchFile torch = TorchFile.open(file);
      torch.tensors().forEach(tensor -> torch.floats(tensor.name()));
      return false;
    } catch (Problem e) {
      assertThat(e).hasMessageStartingWith(file.toString()).hasMessageNotContaining("\n");
      return true;
    }
  }

  @Test
  void whatIsNoFileOfPyTorchIsRefused() throws IOException {
    assertRefused(
        Files.write(folder.resolve("empty.pth"), new byte[0]), "its pickle ends too early");
    assertRefused(Files.writeString(folder.resolve("text.pth"), "Not weights"), "");
    assertRefused(Files.writeString(folder.resolve("list.pth"), "]."), "lacks the magic number");
    assertRefused(zip(folder.resolve("a.pth"), "N.", Map.of()), "it holds no dict");
    byte[] tar = new byte[1024];
    System.arraycopy("ustar".getBytes(US_ASCII), 0, tar, 257, 5);
    assertRefused(Files.write(folder.resolve("tar.pth"), tar), "a tar archive of PyTorch 0.1");
    assertRefused(folder.resolve("none.pth"), "no such file");
  }

  private static void assertRefused(Path file, String message) {
    assertThatThrownBy(() -> TorchFile.open(file))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining(message)
        .hasMessageNotContaining("\n");
  }

  private TorchFile read(String pickle) {
    return TorchFile.open(zip(folder.resolve("a.pth"), pickle + ".", Map.of("data/0", FOUR)));
  }
}
