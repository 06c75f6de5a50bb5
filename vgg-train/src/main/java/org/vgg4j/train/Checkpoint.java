package org.vgg4j.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import org.vgg4j.core.Problem;
import org.vgg4j.core.graph.TrainingGraph;
import org.vgg4j.core.spec.Parameter;
import org.vgg4j.core.weights.TensorFile;
import org.vgg4j.core.weights.TensorFileWriter;

/**
 * A training on disk: parameters, momentum and state in one file that is whole or absent. Tensors
 * go through memory one at a time.
 */
final class Checkpoint {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MOMENTUM = "/momentum";

  private Checkpoint() {}

  /** Replaces the checkpoint. */
  static void save(Path file, TrainingGraph network, TrainingState state, TrainingTask task) {
    ImmutableMap<String, String> metadata =
        ImmutableMap.<String, String>builder()
            .putAll(task.manifest().metadata())
            .put("settings", TaskSettings.of(task).text())
            .put("state", print(state))
            .buildOrThrow();
    TensorFileWriter writer = new TensorFileWriter(metadata);
    for (Parameter parameter : network.parameters()) {
      writer.floats(parameter.name(), parameter.shape(), () -> network.read(parameter));
    }
    for (Parameter parameter : network.trained()) {
      writer.floats(
          parameter.name() + MOMENTUM, parameter.shape(), () -> network.readMomentum(parameter));
    }
    writer.writeTo(file);
  }

  /** Writes the parameters alone: the product of a training. */
  static void saveWeights(Path file, TrainingGraph network, TrainingTask task) {
    TensorFileWriter writer = new TensorFileWriter(task.manifest().metadata());
    for (Parameter parameter : network.parameters()) {
      writer.floats(parameter.name(), parameter.shape(), () -> network.read(parameter));
    }
    writer.writeTo(file);
  }

  /**
   * Loads a checkpoint into the network.
   *
   * @throws Problem if it is damaged or belongs to another network or task
   */
  static TrainingState restore(Path path, TrainingGraph network, TrainingTask task) {
    TensorFile file = TensorFile.open(path);
    task.manifest().checkFits(file);
    checkSettings(path, file.metadata("settings"), TaskSettings.of(task));
    for (Parameter parameter : network.parameters()) {
      network.write(parameter, file.floats(parameter.name()));
    }
    for (Parameter parameter : network.trained()) {
      network.writeMomentum(parameter, file.floats(parameter.name() + MOMENTUM));
    }
    return parse(path, file.metadata("state"));
  }

  private static void checkSettings(Path path, String then, TaskSettings now) {
    try {
      TaskSettings settings = TaskSettings.parse(then);
      if (!settings.equals(now)) {
        throw Problem.data(
            path.toString(),
            "belongs to a training with other settings: " + settings.changesTo(now),
            "choose another output folder, or remove this run's folder to start it anew");
      }
    } catch (JsonProcessingException e) {
      throw unreadable(path, "settings", e);
    }
  }

  private static Problem unreadable(Path path, String what, Exception cause) {
    return Problem.data(
            path.toString(),
            "holds no readable " + what,
            "remove this run's folder to start it anew")
        .causedBy(cause);
  }

  private static String print(TrainingState state) {
    try {
      return JSON.writeValueAsString(state);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static TrainingState parse(Path path, String text) {
    try {
      return JSON.readValue(text, TrainingState.class);
    } catch (JsonProcessingException e) {
      throw unreadable(path, "state", e);
    }
  }
}
