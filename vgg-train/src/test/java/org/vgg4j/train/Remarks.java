package org.vgg4j.train;

import java.util.ArrayList;
import java.util.List;

/** Keeps the remarks of a training, and hears nothing else. */
final class Remarks implements TrainingListener {
  private final List<String> texts = new ArrayList<>();

  /** What was remarked so far. */
  List<String> texts() {
    return texts;
  }

  @Override
  public void remark(String text) {
    texts.add(text);
  }

  @Override
  public void stepDone(Step step) {}

  @Override
  public void epochDone(EpochSummary epoch) {}
}
