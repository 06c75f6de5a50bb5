package org.vgg4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vgg4j.core.Problem;
import org.vgg4j.core.Seed;
import org.vgg4j.core.graph.Device;
import org.vgg4j.core.graph.TrainingGraph;
import org.vgg4j.core.spec.NetworkNotation;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.spec.Parameter;
import org.vgg4j.core.weights.NetworkManifest;
import org.vgg4j.core.weights.TensorFile;

class CheckpointTests {
  private static final NetworkSpec NETWORK =
      NetworkNotation.parse("small conv3-4 bn | fc-8 drop0.5 fc-classes").withClasses(3);
  private static final TrainingTask TASK =
      TinyTraining.task(NETWORK, new Phase(0.01, 10, 3, 5, 74));
  private static final TrainingState STATE =
      new TrainingState(
          new LearningRateSchedule(TASK.phase(), 9, 1, 100.0 / 3, 2),
          45,
          100.0 / 3,
          new EpochTotals(2, 32, 71.25, 5, 17, 4_000_000_000L),
          new LayerReport(0.25, Map.of("fc3", 1.0 / 3)));

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("checkpoints").resolve("last.safetensors");
  }

  private static TrainingGraph graph(TrainingTask task, long seed) {
    TrainingGraph graph = new TrainingGraph(Device.cpu(), task.definition());
    for (Parameter parameter : graph.parameters()) {
      graph.write(parameter, random(parameter, new Seed(seed)));
    }
    for (Parameter parameter : graph.trained()) {
      graph.writeMomentum(parameter, random(parameter, new Seed(seed).at("momentum")));
    }
    return graph;
  }

  private static float[] random(Parameter parameter, Seed seed) {
    SplittableRandom random = seed.at(parameter.name()).random();
    float[] values = new float[Math.toIntExact(parameter.elements())];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private static List<float[]> contents(TrainingGraph graph) {
    return Stream.concat(
            graph.parameters().stream().map(graph::read),
            graph.trained().stream().map(graph::readMomentum))
        .toList();
  }

  private void save(TrainingState state) {
    try (TrainingGraph graph = graph(TASK, 1)) {
      Checkpoint.save(file, graph, state, TASK);
    }
  }

  private void restore(TrainingTask task) {
    try (TrainingGraph graph = graph(task, 2)) {
      Checkpoint.restore(file, graph, task);
    }
  }

  @Test
  void parametersMomentumAndStateComeBackToTheLastBit() {
    try (TrainingGraph saved = graph(TASK, 1);
        TrainingGraph restored = graph(TASK, 2)) {
      Checkpoint.save(file, saved, STATE, TASK);
      assertThat(Checkpoint.restore(file, restored, TASK)).isEqualTo(STATE);
      assertThat(contents(restored))
          .usingElementComparator(Arrays::compare)
          .isEqualTo(contents(saved));
    }
  }

  @Test
  void theStateBeforeTheFirstEpochComesBackToo() {
    TrainingState start = TrainingState.start(TASK.phase());
    save(start);
    try (TrainingGraph graph = graph(TASK, 2)) {
      assertThat(Checkpoint.restore(file, graph, TASK)).isEqualTo(start);
    }
  }

  @Test
  void savedTwiceGivesTheSameBytes() throws IOException {
    save(STATE);
    byte[] first = Files.readAllBytes(file);
    save(STATE);
    assertThat(file).hasBinaryContent(first);
  }

  @Test
  void weightsAreTheParametersAloneAndTellTheirNetwork() {
    try (TrainingGraph graph = graph(TASK, 1)) {
      Checkpoint.saveWeights(file, graph, TASK);
      TensorFile weights = TensorFile.open(file);
      assertThat(NetworkManifest.of(weights)).isEqualTo(TASK.manifest());
      assertThat(NetworkManifest.of(weights).classNames())
          .containsExactly("class, 0", "class, 1", "class, 2");
      assertThat(weights.names())
          .containsExactlyElementsOf(graph.parameters().stream().map(Parameter::name).toList());
      assertThat(graph.parameters())
          .allSatisfy(p -> assertThat(weights.floats(p.name())).isEqualTo(graph.read(p)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "small conv3-4 bn | fc-9 drop0.5 fc-classes",
        "small conv3-4 bn | conv3-4 bn | fc-8 drop0.5 fc-classes",
        "small conv3-4 bn | fc-8 fc-classes"
      })
  void aCheckpointOfAnotherNetworkIsRefused(String network) {
    save(STATE);
    NetworkSpec other = NetworkNotation.parse(network).withClasses(3);
    assertRefused(() -> restore(TinyTraining.task(other, TASK.phase())));
  }

  @Test
  void aCheckpointOfOtherSettingsIsRefused() {
    save(STATE);
    assertRefused(() -> restore(TinyTraining.task(NETWORK, new Phase(0.02, 10, 3, 5, 74))))
        .hasMessageContaining("other settings: phase.course.learningRate was 0.01 and is 0.02;");
    assertRefused(() -> restore(TinyTraining.atOneScale(TASK)))
        .hasMessageContaining("augmentation.horizontalFlip was true and is false");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5, 100, -1000, -1})
  void aTruncatedCheckpointIsRefused(int length) throws IOException {
    save(STATE);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, length < 0 ? whole.length + length : length));
    assertRefused(() -> restore(TASK));
  }

  @Test
  void aWriteThatFailsHalfWayLeavesTheOldFile() throws IOException {
    save(STATE);
    byte[] before = Files.readAllBytes(file);
    TrainingGraph closed = graph(TASK, 3);
    closed.close();
    assertThatThrownBy(() -> Checkpoint.save(file, closed, STATE, TASK))
        .isInstanceOf(IllegalStateException.class);
    assertThat(file).hasBinaryContent(before);
  }

  private AbstractThrowableAssert<?, ?> assertRefused(ThrowingCallable restoring) {
    return assertThatThrownBy(restoring)
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.DATA))
        .hasMessageContaining(file.toString());
  }
}
