package org.vgg4j.core.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.vgg4j.core.foreign.TorchFixture.bare;
import static org.vgg4j.core.foreign.TorchFixture.dict;
import static org.vgg4j.core.foreign.TorchFixture.legacy;
import static org.vgg4j.core.foreign.TorchFixture.littleEndian;
import static org.vgg4j.core.foreign.TorchFixture.numbers;
import static org.vgg4j.core.foreign.TorchFixture.storage;
import static org.vgg4j.core.foreign.TorchFixture.tensor;
import static org.vgg4j.core.foreign.TorchFixture.text;
import static org.vgg4j.core.foreign.TorchFixture.view;
import static org.vgg4j.core.foreign.TorchFixture.zip;

import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vgg4j.core.Problem;

/** Pickles that would run something in Python, or fill the memory. */
class HostilePickleTests {
  private static final String SYSTEM = "cos\nsystem\n";
  private static final byte[] FOUR = TorchFixture.bytes(ByteOrder.LITTLE_ENDIAN, 1, 2, 3, 4);

  @TempDir private Path folder;

  static Stream<Arguments> namings() {
    String command = text("touch owned");
    return Stream.of(
        Arguments.of("REDUCE", SYSTEM + "(" + command + "tR.", "os.system"),
        Arguments.of("REDUCE of protocol 0", SYSTEM + "(S'touch owned'\ntR.", "os.system"),
        Arguments.of("INST", "(S'touch owned'\nios\nsystem\n.", "os.system"),
        Arguments.of("OBJ", "(" + SYSTEM + command + "o.", "os.system"),
        Arguments.of("NEWOBJ", SYSTEM + command + "\u0085\u0081.", "os.system"),
        Arguments.of(
            "STACK_GLOBAL",
            "\u0080\u0004" + text("os") + text("system") + "\u0093" + command + "\u0085R.",
            "os.system"),
        Arguments.of(
            "BUILD", "c__main__\nEvil\n)\u0081" + dict("x", command) + "b.", "__main__.Evil"),
        Arguments.of("a name that is not used", SYSTEM + "0" + dict() + ".", "os.system"),
        Arguments.of(
            "within the dict", dict("a", tensor("0", 4, 4), "b", SYSTEM) + ".", "os.system"),
        Arguments.of(
            "within lists",
            dict("a", "](](](" + SYSTEM + command + "\u0085Reee") + ".",
            "os.system"),
        Arguments.of("eval", "c__builtin__\neval\n" + command + "\u0085R.", "__builtin__.eval"),
        Arguments.of("a getter", "coperator\nattrgetter\n.", "operator.attrgetter"),
        Arguments.of(
            "a whole network",
            "ctorchvision.models.vgg\nVGG\n)\u0081.",
            "torchvision.models.vgg.VGG"),
        Arguments.of(
            "a loader within PyTorch",
            "ctorch.hub\nload\n" + command + "\u0085R.",
            "torch.hub.load"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("namings")
  void whatNamesAnythingButTensorsIsRefusedByThatName(String how, String pickle, String name) {
    Stream.of(
            zip(folder.resolve("a.pth"), pickle, Map.of("data/0", FOUR)),
            legacy(folder.resolve("b.pth"), pickle, "0", FOUR),
            bare(folder.resolve("c.pth"), "\u0080\u0002" + pickle))
        .forEach(
            file ->
                assertThatThrownBy(() -> TorchFile.open(file))
                    .as(how)
                    .isInstanceOf(Problem.class)
                    .hasMessageStartingWith(file.toString())
                    .hasMessageContaining("it names " + name + ", which is neither a tensor nor")
                    .hasMessageNotContaining("\n"));
  }

  @Test
  void aNameCannotWriteOnTheTerminal() {
    assertThatThrownBy(() -> read("c\u001b[2J\n" + "x".repeat(5000) + "\n."))
        .hasMessageContaining("it names  [2J.xxx")
        .hasMessageNotContaining("\u001b")
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(700));
  }

  static Stream<Arguments> absurdities() {
    String huge = littleEndian(0x7fffffff, 4);
    String storage = storage("FloatStorage", "0", 4, "");
    return Stream.of(
        Arguments.of("X" + huge + "ab", "ends too early"),
        Arguments.of("T" + huge + "ab", "ends too early"),
        Arguments.of("B" + huge + "ab", "ends too early"),
        Arguments.of("\u008d" + littleEndian(-1, 8), "ends too early"),
        Arguments.of("\u008d" + littleEndian(Long.MAX_VALUE, 8), "ends too early"),
        Arguments.of("\u008a\u00ffab", "ends too early"),
        Arguments.of("", "ends too early"),
        Arguments.of("K\u0001", "ends too early"),
        Arguments.of(".", "empty stack"),
        Arguments.of("t.", "a mark that is not there"),
        Arguments.of("h\u0007.", "recalls value 7"),
        Arguments.of("a.", "from a stack of fewer"),
        Arguments.of("Na.", "the top of an empty stack"),
        Arguments.of("NNa.", "appends to what is no list"),
        Arguments.of("}(Nu.", "what is no dict"),
        Arguments.of("]}b.", "state of what is no dict"),
        Arguments.of("N)R.", "calls what is no function"),
        Arguments.of("NNR.", "calls what is no function"),
        Arguments.of("ctorch._utils\n_rebuild_tensor_v2\n)R.", "lacks a"),
        Arguments.of("]Q.", "lacks a Text"),
        Arguments.of("\u0082\u0001.", "the opcode 0x82"),
        Arguments.of("K\u0001.", "it holds no dict"),
        Arguments.of("}.", "it holds no tensors"),
        Arguments.of(dict("state_dict", "K\u0001") + ".", "it holds no tensors"),
        Arguments.of(
            dict("a", tensor("0", 4, 5)) + ".", "needs 5 elements of a storage that has 4"),
        Arguments.of(dict("a", tensor("0", 5, 5)) + ".", "storage 0 needs 20 bytes and has 16"),
        Arguments.of(dict("a", tensor("1", 4, 4)) + ".", "lacks storage 1"),
        Arguments.of(dict("a", tensor("0", 4, -1)) + ".", "shape [-1]"),
        Arguments.of(dict("a", tensor("0", 4, 1L << 32)) + ".", "overflow"),
        Arguments.of(dict("a", tensor("0", 4, 1 << 30, 1 << 30, 1 << 30)) + ".", "overflow"),
        Arguments.of(dict("a", tensor("0", 1L << 62, 4)) + ".", "overflow"),
        Arguments.of(dict("a", tensor("0", -4, 4)) + ".", "has -4 elements"),
        Arguments.of(
            dict("a", view(storage, -1, numbers(1), numbers(1))) + ".", "starts at element -1"),
        Arguments.of(
            dict("a", view(storage, Long.MAX_VALUE, numbers(4), numbers(1))) + ".", "overflow"),
        Arguments.of(dict("a", view(storage, 3, numbers(2), numbers(-1))) + ".", "strides [-1]"),
        Arguments.of(
            dict("a", view(storage, 0, numbers(2, 2), numbers(1))) + ".", "2 sizes and 1 strides"),
        Arguments.of(
            dict("a", view(storage, 0, numbers(2_000_000_000), numbers(0))) + ".", "repeats the 4"),
        Arguments.of(
            dict("a", view(storage, 0, numbers(new long[1000]), numbers(new long[1000]))) + ".",
            "1000 sizes"),
        Arguments.of(
            dict("a", tensor("0", 4, 4).replace("FloatStorage", "ComplexFloatStorage")) + ".",
            "it names torch.ComplexFloatStorage"));
  }

  @ParameterizedTest
  @MethodSource("absurdities")
  void whatMakesNoSenseIsRefusedInOneLine(String pickle, String message) {
    assertThatThrownBy(() -> read(pickle))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("is not a sound PyTorch file")
        .hasMessageContaining(message)
        .hasMessageNotContaining("\n");
  }

  @Test
  void listsOfListsOfListsCostNothing() {
    StringBuilder laughs = new StringBuilder("]q\u0000");
    for (int level = 0; level < 200; level++) {
      char last = (char) level;
      laughs.append("](").append(("h" + last).repeat(100)).append("eq").append((char) (level + 1));
    }
    assertRefusedSoon(laughs + ".", "it holds no dict");
    assertRefusedSoon(dict("state_dict", laughs.toString()) + ".", "it holds no tensors");
  }

  @Test
  void aDictThatHoldsItselfCostsNothing() {
    String circle = "}q\u0000(" + text("state_dict") + "h\u0000u";
    assertRefusedSoon(circle + ".", "it holds no tensors");
  }

  @Test
  void manyDictsOfOneLongListCostNothing() {
    String pairs = "](" + ("](" + text("key") + "Ne").repeat(50_000) + "eq\u0000";
    String copies = "ccollections\nOrderedDict\nq\u0001" + "h\u0001h\u0000\u0085R".repeat(400_000);
    assertRefusedSoon(pairs + copies + "}.", "it holds no tensors");
  }

  @Test
  void aPickleFarLargerThanThoseOfWeightsIsRefused() {
    assertRefusedSoon("]".repeat(5 << 20), "which weights do not need");
  }

  @Test
  void asManyDictsAsFitCostLittle() {
    assertRefusedSoon("}".repeat(TorchContent.LONGEST_PICKLES - 1) + ".", "it holds no tensors");
  }

  @Test
  void deepNestingCostsNothing() {
    assertRefusedSoon("(".repeat(200_000), "ends too early");
    assertRefusedSoon("]".repeat(200_000) + "a".repeat(199_999) + ".", "it holds no dict");
  }

  private void assertRefusedSoon(String pickle, String message) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () ->
            assertThatThrownBy(() -> read(pickle))
                .isInstanceOf(Problem.class)
                .hasMessageContaining(message));
  }

  private TorchFile read(String pickle) {
    return TorchFile.open(zip(folder.resolve("hostile.pth"), pickle, Map.of("data/0", FOUR)));
  }
}
