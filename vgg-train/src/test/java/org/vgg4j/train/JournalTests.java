package org.vgg4j.train;

import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vgg4j.core.Problem;

class JournalTests {
  @TempDir private Path folder;
  private Path file;
  private Journal journal;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("journal.jsonl");
    journal = new Journal(file);
  }

  private static EpochSummary epoch(int number) {
    return new EpochSummary(
        number,
        number * 100L,
        0.01,
        1 / (3.0 + number),
        40.5,
        51.25,
        1.0 / 3,
        123.4,
        0.02,
        7.5,
        0.25,
        Map.of("fc8", 1.0 / 7));
  }

  private void append(int epochs) {
    for (int number = 0; number < epochs; number++) {
      journal.append(epoch(number));
    }
  }

  @Test
  void aJournalThatDoesNotExistYetHasNoEpochs() {
    assertThat(journal.epochs()).isEmpty();
  }

  @Test
  void whatIsAppendedReadsBackToTheLastBit() {
    append(3);
    assertThat(journal.epochs()).containsExactly(epoch(0), epoch(1), epoch(2));
    assertThat(new Journal(file).epochs()).isEqualTo(journal.epochs());
  }

  @Test
  void everyEpochIsOneLine() throws IOException {
    append(3);
    assertThat(Files.readAllLines(file))
        .hasSize(3)
        .allSatisfy(line -> assertThat(line).startsWith("{\"epoch\":").endsWith("}"));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 20, 100})
  void aLastLineThatIsCutOffDoesNotCount(int bytesLost) throws IOException {
    append(3);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - bytesLost));
    assertThat(journal.epochs()).containsExactly(epoch(0), epoch(1));
  }

  @Test
  void keepingForgetsTheLaterEpochs() {
    append(5);
    journal.keepOnly(3);
    assertThat(journal.epochs()).containsExactly(epoch(0), epoch(1), epoch(2));
    journal.keepOnly(0);
    assertThat(journal.epochs()).isEmpty();
  }

  @Test
  void keepingMoreThanThereIsKeepsAll() throws IOException {
    append(2);
    byte[] before = Files.readAllBytes(file);
    journal.keepOnly(9);
    assertThat(file).hasBinaryContent(before);
  }

  @Test
  void keepingRemovesTheCutOffLineSoThatTheNextStandsAlone() throws IOException {
    append(2);
    Files.writeString(file, "{\"epoch\":2,\"iter", APPEND);
    journal.keepOnly(2);
    journal.append(epoch(2));
    assertThat(journal.epochs()).containsExactly(epoch(0), epoch(1), epoch(2));
  }

  @Test
  void keepingStartsAJournalInAFolderThatDoesNotExistYet() {
    Journal elsewhere = new Journal(folder.resolve("runs").resolve("A").resolve("journal.jsonl"));
    elsewhere.keepOnly(0);
    elsewhere.append(epoch(0));
    assertThat(elsewhere.epochs()).isEqualTo(List.of(epoch(0)));
  }

  @Test
  void aForeignLineIsAProblemThatNamesTheFile() throws IOException {
    Files.writeString(file, "{\"note\": \"not ours\"}\n");
    assertThatThrownBy(journal::epochs)
        .isInstanceOf(Problem.class)
        .hasMessageContaining("journal.jsonl");
  }
}
