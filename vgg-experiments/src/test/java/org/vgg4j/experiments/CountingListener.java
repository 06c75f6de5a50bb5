package org.vgg4j.experiments;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.vgg4j.eval.TestProtocol;
import org.vgg4j.train.EpochSummary;
import org.vgg4j.train.TrainingListener;

/** Counts what it hears; on request it throws after some epochs, as a kill would. */
final class CountingListener implements RunListener, TrainingListener {
  private final AtomicInteger epochs = new AtomicInteger();
  private final AtomicInteger tests = new AtomicInteger();
  private final Queue<String> remarks = new ConcurrentLinkedQueue<>();
  private int lastEpoch = Integer.MAX_VALUE;

  CountingListener dyingAfter(int count) {
    lastEpoch = count;
    return this;
  }

  int epochs() {
    return epochs.get();
  }

  int tests() {
    return tests.get();
  }

  @Override
  public void remark(String text) {
    remarks.add(text);
  }

  /** What it was told about the data. */
  Queue<String> remarks() {
    return remarks;
  }

  @Override
  public void trainingStarts(List<Stage> stages, List<Stage> finished) {}

  @Override
  public TrainingListener stageStarts(Stage stage) {
    return this;
  }

  @Override
  public void stageDone(Stage stage) {}

  @Override
  public IntConsumer testStarts(String network, TestProtocol protocol, int images) {
    tests.incrementAndGet();
    return done -> {};
  }

  @Override
  public void stepDone(Step step) {}

  @Override
  public void epochDone(EpochSummary epoch) {
    if (epochs.incrementAndGet() == lastEpoch) {
      throw new IllegalStateException("killed");
    }
  }
}
