package org.vgg4j.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.google.common.base.Preconditions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlInspectionTests {
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Slow.class, name = "slow"),
    @JsonSubTypes.Type(value = Fast.class, name = "fast")
  })
  sealed interface Speed {}

  record Slow(int steps) implements Speed {}

  record Fast(double rate) implements Speed {
    Fast {
      Preconditions.checkArgument(rate > 0, "rate: must be above 0, not %s", rate);
    }
  }

  record Whole(int batch, int pieces, Speed speed) {
    Whole {
      Preconditions.checkArgument(batch > 0, "batch: must be above 0, not %s", batch);
      Preconditions.checkArgument(pieces <= batch, "pieces: at most batch, not %s", pieces);
    }
  }

  record Shapes(String name, List<String> names, Map<String, String> keys, Part part) {}

  record Part(int size) {}

  private static final Whole EXAMPLE = new Whole(8, 2, new Fast(0.5));

  @TempDir private Path folder;

  @Test
  void aSoundFileHasNoFaults() {
    assertThat(faults("batch: 3\npieces: 1\nspeed: {kind: slow, steps: 3}\n")).isEmpty();
  }

  @Test
  void everyFaultIsToldWithItsLineAndKey() {
    assertThat(
            faults(
                """
                bacth: 3
                pieces: 99
                speed:
                  kind: fast
                  rate: -1
                  stepz: 4
                """))
        .containsExactly(
            "f.yaml: missing key batch; add it; a misspelt key counts as missing",
            "f.yaml:1:1: unknown key bacth; did you mean batch? known: batch, pieces, speed",
            "f.yaml:2:1: pieces: at most batch, not 99; correct that line",
            "f.yaml:5:3: speed rate: must be above 0, not -1.0; correct that line",
            "f.yaml:6:3: unknown key speed.stepz; known: rate");
  }

  @Test
  void aFaultThatTheExampleCannotPutRightDoesNotHideTheNext() {
    assertThat(faults("batch: 3\npieces: 99\nspeed: {kind: slow}\n"))
        .containsExactly(
            "f.yaml:2:1: pieces: at most batch, not 99; correct that line",
            "f.yaml:3:1: missing key speed.steps; add it; a misspelt key counts as missing");
  }

  @Test
  void aValueOfAnotherShapeIsToldInWords() {
    Shapes example = new Shapes("a", List.of("b"), Map.of("c", "d"), new Part(1));
    assertThat(faults("name: [a]\nnames: a\nkeys: a\npart: a\n", example))
        .containsExactly(
            "f.yaml:1:1: name is not one value; correct that line",
            "f.yaml:2:1: names is not a list, such as [a, b]; correct that line",
            "f.yaml:3:1: keys is not keys with values, such as {key: value}; correct that line",
            "f.yaml:4:1: part is not keys with values, such as {key: value}; correct that line");
  }

  @Test
  void anUnknownKindIsToldWithTheNearestOne() {
    assertThat(faults("batch: 3\npieces: 1\nspeed:\n  kind: fats\n  steps: 3\n"))
        .containsExactly(
            "f.yaml:4:3: speed kind: fats is not known; did you mean fast? known: fast, slow");
  }

  @Test
  void aMissingKindIsAMissingKey() {
    assertThat(faults("batch: 3\npieces: 1\nspeed:\n  steps: 3\n"))
        .containsExactly(
            "f.yaml:3:1: missing key speed.kind; add it; a misspelt key counts as missing");
  }

  @Test
  void whatIsNoYamlIsOneFault() {
    assertThat(faults("batch: [3\n")).singleElement().asString().startsWith("f.yaml:");
    assertThat(faults("")).singleElement().asString().startsWith("f.yaml");
    assertThat(faults("- 1\n")).singleElement().asString().startsWith("f.yaml");
    assertThat(faults("batch: 1\nbatch: 2\n")).singleElement().asString().contains(":2:", "batch");
  }

  private List<String> faults(String text) {
    return faults(text, EXAMPLE);
  }

  private List<String> faults(String text, Record example) {
    try {
      Path file = Files.writeString(folder.resolve("f.yaml"), text);
      return YamlInspection.of(file, example).stream()
          .map(problem -> String.valueOf(problem.getMessage()).replace(folder + "/", ""))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
