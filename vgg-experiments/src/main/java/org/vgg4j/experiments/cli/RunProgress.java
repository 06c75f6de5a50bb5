package org.vgg4j.experiments.cli;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vgg4j.experiments.Stage;
import org.vgg4j.train.TrainingListener.Step;

/**
 * How far all stages of a run are together, in multiply-adds, so that the time left is right though
 * some networks cost more than others. Several stages may report at once.
 */
final class RunProgress {
  private final long started = System.nanoTime();
  private final Map<Stage, Double> done = new HashMap<>();
  private final Set<Stage> ended = new HashSet<>();
  private int stages;
  private double total;
  private double doneBefore;

  /** What lies ahead, and what is done already. */
  synchronized void start(List<Stage> all, List<Stage> finished) {
    stages = all.size();
    ended.addAll(finished);
    total = all.stream().filter(s -> !finished.contains(s)).mapToDouble(RunProgress::costOf).sum();
  }

  synchronized void stepDone(Stage stage, Step step) {
    long before = (long) step.epoch() * step.steps() + step.number();
    if (done.put(stage, (before + 1) * costOfStep(stage)) == null) {
      doneBefore += before * costOfStep(stage);
    }
  }

  /**
   * A plateau may end a stage early; its whole cost counts as done. An earlier process may have
   * done the last step of a stage.
   */
  synchronized void stageDone(Stage stage) {
    ended.add(stage);
    if (done.put(stage, costOf(stage)) == null) {
      doneBefore += costOf(stage);
    }
  }

  /** Work done, 0 to 1. */
  synchronized double share() {
    return total == 0 ? 1 : done.values().stream().mapToDouble(Double::doubleValue).sum() / total;
  }

  /** {@code 5/12 stages}. */
  synchronized String stagesText() {
    return ended.size() + "/" + stages + " stages";
  }

  double seconds() {
    return (System.nanoTime() - started) / 1e9;
  }

  /** Of the whole run, at the pace so far; what an earlier process did took no time in this one. */
  synchronized double secondsLeft() {
    double worked = share() * total - doneBefore;
    return worked <= 0 ? 0 : seconds() * (1 - share()) * total / worked;
  }

  /** Of this epoch's training, at its pace so far. */
  static double secondsLeftOfEpoch(Stage stage, Step step) {
    int steps = step.steps() - step.number() - 1;
    return steps * stage.recipe().batch() / step.imagesPerSecond();
  }

  /** {@code epoch 3/74}. */
  static String epochText(Stage stage, int epoch) {
    return "epoch " + (epoch + 1) + "/" + stage.phase().epochs();
  }

  /** {@code D S=256}, and the seed where it is not the usual one. */
  static String nameOf(Stage stage) {
    return stage.title();
  }

  private static double costOf(Stage stage) {
    return costOfStep(stage) * stage.iterationsPerEpoch() * stage.phase().epochs();
  }

  private static double costOfStep(Stage stage) {
    return (double) stage.network().multiplyAdds(stage.recipe().crop()) * stage.recipe().batch();
  }
}
