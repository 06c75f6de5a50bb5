package org.vgg4j.experiments.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vgg4j.core.Problem;
import org.vgg4j.core.Problem.Kind;

/** References on disk. */
class ReferenceFileTests {
  @TempDir private Path folder;

  private ReferenceFile file() {
    return new ReferenceFile(folder.resolve("b.json"));
  }

  private void refused(String content, Kind kind, String message) throws IOException {
    Files.writeString(file().path(), content);
    assertThatThrownBy(() -> file().read())
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.kind()).isEqualTo(kind))
        .hasMessageContaining(message);
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    file().write(References.wrong(20));
    assertThat(file().read()).isEqualTo(References.wrong(20));
  }

  @Test
  void everythingGuardedHasALineOfItsOwnWithPlainNumbers() {
    file().write(References.withProbe(0.00003, 0.99997));
    assertThat(folder.resolve("b.json"))
        .content()
        .contains(
            "\n\"network A\": \"132863336 parameters\"\n", "\"A dense|Q=37\": [0.00003,0.99997]\n");
  }

  @Test
  void aBaselineOfAnotherVersionNamesTheWayOut() throws IOException {
    refused(
        "{\"version\": 7, \"more\": {}}",
        Kind.CONFIGURATION,
        "is a baseline of version 7, not 1; review the numbers and run vgg gate --update");
    assertThat(file().readForUpdate()).isEmpty();
  }

  @Test
  void whatIsNoBaselineIsADataProblem() throws IOException {
    refused("{\"version\": 1,", Kind.DATA, "is no baseline");
    refused("[1]", Kind.DATA, "says no version");
    refused("{\"version\": 1, \"exact\": {}, \"probes\": {}}", Kind.DATA, "is no baseline");
    refused(
        "{\"version\":1,\"exact\":{},\"probes\":{},\"speed\":{},\"cells\":{\"A\":"
            + "{\"top1\":1,\"deviation\":0,\"seeds\":1,\"on\":\"\",\"images\":9,\"set\":\"\","
            + "\"right\":\"ff\"}}}",
        Kind.DATA,
        "ff are no 9 images");
  }

  @Test
  void anUpdateDoesNotReplaceAnotherFile() throws IOException {
    Files.writeString(file().path(), "{\"name\": \"package.json\"}");
    assertThatThrownBy(() -> file().readForUpdate()).hasMessageContaining("says no version");
  }

  @Test
  void aBaselineThatIsNotThereIsWrongUsage() {
    assertThatThrownBy(() -> file().read())
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.kind()).isEqualTo(Kind.CONFIGURATION))
        .hasMessageContaining("does not exist; make it by vgg gate --update --baseline");
  }

  @Test
  void whatTheBaselineLacksIsNamed() {
    file().checkKnown(List.of());
    assertThatThrownBy(() -> file().checkKnown(List.of("table3 A", "table3 B")))
        .hasMessageContaining("lacks table3 A, table3 B; review what they are now");
  }

  @Test
  void changesAreToldOneLineEach() {
    assertThat(References.wrong(20).changesSince(References.wrong(20)))
        .isEqualTo("nothing changed\n");
    assertThat(References.wrong(25).changesSince(References.withExact("7 parameters")))
        .contains("7 parameters -> 132863336 parameters", "| 4.0% -> 5.0%");
  }
}
