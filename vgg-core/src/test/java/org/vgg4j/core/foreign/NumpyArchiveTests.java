package org.vgg4j.core.foreign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.zip.ZipEntry.DEFLATED;
import static java.util.zip.ZipEntry.STORED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vgg4j.core.foreign.NumpyFixture.array;
import static org.vgg4j.core.foreign.NumpyFixture.dictionary;

import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.Bytes;
import com.google.common.primitives.Doubles;
import com.google.common.primitives.Floats;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vgg4j.core.Problem;
import org.vgg4j.testing.NpyFile;
import org.vgg4j.testing.SharedFolder;

class NumpyArchiveTests {
  private static final byte[] SIX = TorchFixture.bytes(ByteOrder.LITTLE_ENDIAN, 1, 2, 3, 4, 5, 6);

  @TempDir private Path folder;

  @Test
  void anArrayThatNumpyWroteIsReadBitForBit() {
    NumpyArchive file = NumpyArchive.open(SharedFolder.path("golden/torch/vgg16_D/logits.npy"));
    assertThat(file.tensors()).containsExactly(new ForeignTensor("logits", List.of(4, 10)));
    assertThat(file.floats("logits"))
        .isEqualTo(NpyFile.golden("torch/vgg16_D/logits.npy").floats());
  }

  @Test
  void doublesThatNumpyWroteAreRounded() {
    NumpyArchive file = NumpyArchive.open(SharedFolder.path("golden/torch/vgg16_D/logits_f64.npy"));
    double[] golden = NpyFile.golden("torch/vgg16_D/logits_f64.npy").doubles();
    assertThat(file.floats("logits_f64")).isEqualTo(Floats.toArray(Doubles.asList(golden)));
  }

  @ParameterizedTest
  @ValueSource(ints = {STORED, DEFLATED})
  void theArraysOfAnArchiveAreRead(int method) {
    NumpyArchive file =
        NumpyArchive.open(
            ZipFixture.write(
                folder.resolve("weights.npz"),
                method,
                ImmutableMap.of(
                    "conv1_1_W.npy", array("<f4", "(2, 3)", SIX),
                    "conv1_1_b.npy", array("<f4", "(6,)", SIX),
                    "readme.txt", "No array".getBytes(UTF_8))));
    assertThat(file.tensors())
        .containsExactly(
            new ForeignTensor("conv1_1_W", List.of(2, 3)),
            new ForeignTensor("conv1_1_b", List.of(6)));
    assertThat(file.floats("conv1_1_W")).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(file.floats("conv1_1_b")).containsExactly(1, 2, 3, 4, 5, 6);
  }

  @ParameterizedTest
  @EnumSource(Zip64Mode.class)
  void sizesOfEightBytesAreRead(Zip64Mode mode) {
    Map<String, byte[]> arrays = Map.of("a.npy", array("<f4", "(6,)", SIX));
    Path file = ZipFixture.write(folder.resolve("a.npz"), DEFLATED, mode, arrays);
    assertThat(NumpyArchive.open(file).floats("a")).containsExactly(1, 2, 3, 4, 5, 6);
  }

  @ParameterizedTest
  @CsvSource({
    "|b1, 00 01, 0, 1",
    "|u1, 02 ff, 2, 255",
    "|i1, 02 ff, 2, -1",
    "<u2, 0100 ffff, 1, 65535",
    "<i2, 0100 ffff, 1, -1",
    ">i2, 0001 fffe, 1, -2",
    "<f2, 003c 01c0, 1, -2.001953125",
    ">f2, 3c00 c001, 1, -2.001953125",
    "<u4, 01000000 00000080, 1, 2147483648",
    "<i4, 01000000 ffffffff, 1, -1",
    ">i4, 00000001 fffffffe, 1, -2",
    "<f4, 0000803f 000000c0, 1, -2",
    ">f4, 3f800000 c0000000, 1, -2",
    "=f4, 0000803f 000000c0, 1, -2",
    "<u8, 0100000000000000 0000000000000080, 1, 9223372036854775808",
    "<i8, 0100000000000000 ffffffffffffffff, 1, -1",
    ">i8, 0000000000000001 fffffffffffffffe, 1, -2",
    "<f8, 000000000000f03f 00000000000000c0, 1, -2",
    ">f8, 3ff0000000000000 c000000000000000, 1, -2"
  })
  void allTypesInBothByteOrdersAreRead(String type, String hex, float first, float second)
      throws IOException {
    byte[] elements = HexFormat.of().parseHex(hex.replace(" ", ""));
    assertThat(single(array(type, "(2,)", elements)).floats("a")).containsExactly(first, second);
  }

  @Test
  void columnMajorArraysComeInRowMajorOrder() throws IOException {
    byte[] matrix = array(1, dictionary("<f4", "True", "(2, 3)"), SIX);
    assertThat(single(matrix).floats("a")).containsExactly(1, 3, 5, 2, 4, 6);
    byte[] cube = array(1, dictionary("<f4", "True", "(1, 3, 2)"), SIX);
    assertThat(single(cube).floats("a")).containsExactly(1, 4, 2, 5, 3, 6);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void allVersionsOfTheFormatAreRead(int version) throws IOException {
    byte[] array = array(version, dictionary("<f4", "False", "(6,)"), SIX);
    assertThat(single(array).floats("a")).containsExactly(1, 2, 3, 4, 5, 6);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"()|4", "(0, 3)|0", "(1L, 2L)|8", "( 2 , 3 )|24"})
  void allWaysToWriteAShapeAreRead(String shape, int bytes) throws IOException {
    byte[] array = array("<f4", shape, Arrays.copyOf(SIX, bytes));
    assertThat(single(array).floats("a")).hasSize(bytes / 4);
  }

  @Test
  void aLargeArrayIsReadInChunks() throws IOException {
    float[] values = new float[600_001];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    Map<String, byte[]> arrays =
        Map.of(
            "a.npy",
            array("<f4", "(600001,)", TorchFixture.bytes(ByteOrder.LITTLE_ENDIAN, values)));
    Path file = ZipFixture.write(folder.resolve("a.npz"), DEFLATED, arrays);
    assertThat(NumpyArchive.open(file).floats("a")).isEqualTo(values);
  }

  @Test
  void arraysOfAnythingElseThanNumbersAreLeftOut() {
    Map<String, byte[]> arrays =
        ImmutableMap.of(
            "names.npy", array("<U3", "(2,)", SIX),
            "objects.npy", array("|O", "(2,)", "cos\nsystem\n.".getBytes(UTF_8)),
            "a.npy", array("<f4", "(6,)", SIX));
    Path file = ZipFixture.write(folder.resolve("a.npz"), STORED, arrays);
    assertThat(NumpyArchive.open(file).tensors())
        .extracting(ForeignTensor::name)
        .containsExactly("a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<f4; (7,); needs 96 bytes and has 92",
        "<f4; (5,); needs 88 bytes and has 92",
        "<f8; (6,); needs 116 bytes and has 92",
        "<f4; (2000000000, 2000000000, 2000000000); overflow",
        "<f4; (2000000000, 2000000000); has the shape [2000000000, 2000000000]",
        "<f4; (3000000000,); 3000000000",
        "<f4; (-6,); lacks a shape",
        "<f4; 6; lacks a shape",
        "<f4; (a,); lacks a shape",
        "|O; (1,); no arrays of numbers",
        "<U1; (6,); no arrays of numbers",
        "<c8; (3,); no arrays of numbers"
      })
  void aHeaderThatLiesIsRefused(String type, String shape, String message) {
    assertRefused(array(type, shape, SIX), message);
  }

  @Test
  void aHeaderWithoutSenseIsRefused() {
    assertRefused(new byte[0], "does not start as a NumPy array");
    assertRefused("\u0093NUMPX".getBytes(UTF_8), "does not start as a NumPy array");
    assertRefused(array(4, dictionary("<f4", "False", "(6,)"), SIX), "has version 4");
    assertRefused(array(1, dictionary("<f4", "Perhaps", "(6,)"), SIX), "lacks an order");
    assertRefused(array(1, "{'descr': [('a', '<f4')]}", SIX), "lacks a");
    assertRefused(array(1, "\u001b[2J", SIX), "lacks a shape:  [2J");
    byte[] long4 = array(2, dictionary("<f4", "False", "(6,)"), SIX);
    ByteBuffer.wrap(long4).order(ByteOrder.LITTLE_ENDIAN).putInt(8, 0x7fffffff);
    assertRefused(long4, "its header would be 2147483647 bytes long");
  }

  @Test
  void truncatedAnywhereItIsRefused() throws IOException {
    Map<String, byte[]> arrays =
        ImmutableMap.of("a.npy", array("<f4", "(6,)", SIX), "b.npy", array("<f4", "(6,)", SIX));
    byte[] whole = Files.readAllBytes(ZipFixture.write(folder.resolve("b.npz"), DEFLATED, arrays));
    for (int length = 0; length < whole.length; length++) {
      assertRefused(Arrays.copyOf(whole, length), "");
    }
    byte[] one = array("<f4", "(6,)", SIX);
    for (int length = 0; length < one.length; length++) {
      assertRefused(Arrays.copyOf(one, length), "");
    }
  }

  @Test
  void aWrongBitIsFoundByTheChecksumOfItsMember() throws IOException {
    float[] values = new float[10_000];
    byte[] array = array("<f4", "(10000,)", TorchFixture.bytes(ByteOrder.LITTLE_ENDIAN, values));
    Path file = ZipFixture.write(folder.resolve("a.npz"), STORED, Map.of("a.npy", array));
    byte[] bytes = Files.readAllBytes(file);
    bytes[30_000] ^= 4;
    Files.write(file, bytes);
    NumpyArchive archive = NumpyArchive.open(file);
    assertThatThrownBy(() -> archive.floats("a"))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith(file + ": is not a sound NumPy file: ")
        .hasMessageContaining("hecksum");
  }

  @Test
  void aMemberThatIsLargerThanItSaysIsRefused() throws IOException {
    Map<String, byte[]> arrays = Map.of("a.npy", array("<f4", "(6,)", SIX));
    byte[] bytes = Files.readAllBytes(ZipFixture.write(folder.resolve("b.npz"), DEFLATED, arrays));
    int directory = Bytes.indexOf(bytes, new byte[] {'P', 'K', 1, 2});
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(directory + 24, 20);
    assertRefused(bytes, "");
  }

  @Test
  void aZipBombIsRefusedBeforeItGrows() {
    byte[] zeros = array("<f4", "(25000000,)", new byte[100_000_000]);
    Path file = ZipFixture.write(folder.resolve("a.npz"), DEFLATED, Map.of("a.npy", zeros));
    assertThatThrownBy(() -> NumpyArchive.open(file))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("a.npy would grow from ")
        .hasMessageContaining(", as weights never do");
  }

  @Test
  void aMissingArrayIsToldWithTheNearestName() throws IOException {
    NumpyArchive file = single(array("<f4", "(6,)", SIX));
    assertThatThrownBy(() -> file.floats("b"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("has no tensor b; did you mean a?");
    assertThatThrownBy(() -> NumpyArchive.open(folder.resolve("none.npz")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("no such file");
  }

  private NumpyArchive single(byte[] content) throws IOException {
    return NumpyArchive.open(Files.write(folder.resolve("a.npy"), content));
  }

  private void assertRefused(byte[] content, String message) {
    Path file = folder.resolve("a.npy");
    assertThatThrownBy(() -> NumpyArchive.open(Files.write(file, content)).floats("a"))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining(message)
        .hasMessageNotContaining("\n");
  }
}
