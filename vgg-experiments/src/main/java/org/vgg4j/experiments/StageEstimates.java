package org.vgg4j.experiments;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.vgg4j.core.KeyTree;
import org.vgg4j.core.spec.MemoryEstimate;
import org.vgg4j.experiments.table.Numbers;
import org.vgg4j.experiments.table.TextTable;
import org.vgg4j.train.Recipe;

/**
 * How long trainings take and in how much memory.
 *
 * @param preset what the preset trains by, from which rows may differ
 * @param speed operations a second that the device reaches
 */
record StageEstimates(Collection<Stage> stages, Recipe preset, double speed) {
  /** The part of a matrix product's speed that training reaches; see docs/performance.md. */
  private static final double TRAINING_EFFICIENCY = 0.8;

  /** What a step costs per layer besides arithmetic, which decides for tiny networks. */
  private static final double SECONDS_PER_LAYER = 2.5e-4;

  /** The trainings for people, in the order in which they can run. */
  TextTable table() {
    TextTable table =
        new TextTable(
            "stage", "S", "set", "seed", "starts from", "at most epochs", "memory", "time");
    for (Stage stage : stages) {
      table.row(
          stage.network().name(),
          stage.scale(),
          settings(stage),
          stage.seed(),
          start(stage),
          stage.phase().epochs(),
          Numbers.bytes(memory(stage)),
          "about " + Numbers.duration(seconds(stage)));
    }
    return table;
  }

  /** Seconds of all trainings together. */
  double seconds() {
    return stages.stream().mapToDouble(this::seconds).sum();
  }

  /** What the row sets otherwise than the preset. */
  private String settings(Stage stage) {
    Map<String, String> usual = KeyTree.of(preset).flat();
    String settings =
        KeyTree.of(stage.recipe()).flat().entrySet().stream()
            .filter(entry -> !entry.getValue().equals(usual.get(entry.getKey())))
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining(" "));
    return settings.isEmpty() ? "-" : settings;
  }

  private static String start(Stage stage) {
    Stage parent = stage.parent();
    if (parent == null) {
      return stage.recipe().initialization();
    }
    String from = parent.network().name() + " at S=" + parent.scale();
    return stage.isFineTuning() ? "all layers of " + from : "some layers of " + from;
  }

  private double seconds(Stage stage) {
    int batch = stage.recipe().batch();
    long multiplyAdds = stage.network().multiplyAdds(stage.recipe().crop());
    double arithmetic = 6.0 * multiplyAdds * batch / (speed * TRAINING_EFFICIENCY);
    double step = arithmetic + SECONDS_PER_LAYER * stage.network().layers().size();
    return step * stage.iterationsPerEpoch() * stage.phase().epochs();
  }

  private static long memory(Stage stage) {
    return MemoryEstimate.of(stage.network(), stage.recipe().crop(), stage.recipe().microBatch())
        .training();
  }
}
