package org.vgg4j.core.foreign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.primitives.Bytes;
import com.google.common.primitives.Longs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vgg4j.core.Problem;

class SafetensorsFileTests {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "BOOL, 0100, 1, 0",
    "U8, 01ff, 1, 255",
    "I8, 01ff, 1, -1",
    "U16, 0100ffff, 1, 65535",
    "I16, 0100ffff, 1, -1",
    "F16, 003c00c0, 1, -2",
    "BF16, 803f00c0, 1, -2",
    "U32, 01000000ffffffff, 1, 4294967295",
    "I32, 01000000ffffffff, 1, -1",
    "F32, 0000803f000000c0, 1, -2",
    "U64, 01000000000000000200000000000000, 1, 2",
    "I64, 0100000000000000ffffffffffffffff, 1, -1",
    "F64, 000000000000f03f00000000000000c0, 1, -2"
  })
  void allTypesAreReadWithoutMetadata(String type, String hex, float first, float second)
      throws IOException {
    SafetensorsFile file = open(type, "[2]", hex);
    assertThat(file.tensors()).containsExactly(new ForeignTensor("a", List.of(2)));
    assertThat(file.floats("a")).containsExactly(first, second);
  }

  @Test
  void aScalarHasNoAxes() throws IOException {
    SafetensorsFile file = open("I64", "[]", "0700000000000000");
    assertThat(file.tensors()).containsExactly(new ForeignTensor("a", List.of()));
    assertThat(file.floats("a")).containsExactly(7);
  }

  @Test
  void anEmptyTensorHasNoValues() throws IOException {
    assertThat(open("F16", "[3, 0]", "").floats("a")).isEmpty();
  }

  @Test
  void aTypeThatIsNotReadIsTold() {
    assertThatThrownBy(() -> open("F8_E4M3", "[2]", "0000"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("tensor a has type F8_E4M3");
  }

  private SafetensorsFile open(String type, String shape, String hex) throws IOException {
    byte[] data = HexFormat.of().parseHex(hex);
    byte[] header =
        "{\"a\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[0,%d]}}"
            .formatted(type, shape, data.length)
            .getBytes(UTF_8);
    byte[] length = Longs.toByteArray(Long.reverseBytes(header.length));
    Path file = folder.resolve("a.safetensors");
    return SafetensorsFile.open(Files.write(file, Bytes.concat(length, header, data)));
  }
}
