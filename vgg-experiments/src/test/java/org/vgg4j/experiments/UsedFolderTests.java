package org.vgg4j.experiments;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vgg4j.core.Problem;
import org.vgg4j.eval.Posteriors;
import org.vgg4j.experiments.table.ResultsTable;

/** Output folders in which other versions, or people, left something. */
class UsedFolderTests {
  private static final Experiment TABLE =
      new Experiment(
          "mine", "Mine", List.of(Row.of("A", new Training("256", null), "dense|Q=256", null)));

  @TempDir private Path out;
  private final CountingListener listener = new CountingListener();

  @BeforeEach
  void leaveTheTableOfAnotherVersion() throws IOException {
    Files.writeString(out.resolve("other.json"), "{\"name\": \"other\", \"rows\": []}");
  }

  @Test
  void tablesOfAnotherVersionAreToldBeforeAnythingIsTrained() throws IOException {
    Files.writeString(out.resolve("third.json"), "{\"name\": ");
    Problem first = catchThrowableOfType(Problem.class, this::run);
    assertThat(first)
        .hasMessageContaining("other.json: is no table of this version (it lacks the key title)")
        .hasMessageContaining("move it away");
    assertThat(first.getSuppressed())
        .singleElement()
        .satisfies(next -> assertThat(next).hasMessageContaining("third.json"));
    assertThat(first.kind()).isEqualTo(Problem.Kind.DATA);
    assertThat(listener.epochs()).isZero();
  }

  @Test
  void aTableOfAnotherVersionThatIsMadeAgainIsReplaced() throws IOException {
    Files.move(out.resolve("other.json"), out.resolve("mine.json"));
    ResultsTable made = run();
    assertThat(ResultsTable.read(out.resolve("mine.json")).cells()).isEqualTo(made.cells());
  }

  @Test
  void posteriorsWithTheIdsOfOtherImagesAreNotTaken() throws IOException {
    Files.delete(out.resolve("other.json"));
    Path file =
        out.resolve(requireNonNull(run().cells().get(0).result()).parts().get(0).posteriors());
    withOtherIds(Posteriors.load(file), "interpolation", "bilinear").save(file);
    assertThatThrownBy(this::run)
        .isInstanceOf(Problem.class)
        .hasMessageContaining(file.getFileName() + ": has posteriors of other images")
        .hasMessageContaining("choose another --out, or remove it");
  }

  @Test
  void posteriorsOfOtherWeightsOrAnotherFilterAreNotTaken() throws IOException {
    Files.delete(out.resolve("other.json"));
    Path file =
        out.resolve(requireNonNull(run().cells().get(0).result()).parts().get(0).posteriors());
    Posteriors posteriors = Posteriors.load(file);
    for (String key : List.of("interpolation", "weights")) {
      withOtherIds(posteriors, key, "another").save(file);
      assertThatThrownBy(this::run)
          .isInstanceOf(Problem.class)
          .hasMessageContaining(file.getFileName() + ": was made with " + key + " another, not ");
    }
  }

  private static Posteriors withOtherIds(Posteriors former, String key, String value) {
    Map<String, String> madeFrom = new HashMap<>(former.madeFrom());
    madeFrom.put(key, value);
    int images = former.images();
    float[] values = new float[images * former.classes()];
    for (int i = 0; i < values.length; i++) {
      values[i] = former.of(i / former.classes(), i % former.classes());
    }
    return new Posteriors(
        former.ids().stream().map(id -> "other/" + id).toList(),
        IntStream.range(0, images).map(former::label).toArray(),
        values,
        madeFrom);
  }

  private ResultsTable run() {
    return new Reproduction(List.of(TABLE), QuickPreset.settings(out), listener).run().get(0);
  }
}
