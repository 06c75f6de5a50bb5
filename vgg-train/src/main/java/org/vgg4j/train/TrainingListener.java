package org.vgg4j.train;

/** Hears how a training goes, to show it; it can't change anything. */
public interface TrainingListener {

  /** Hears nothing. */
  TrainingListener SILENT =
      new TrainingListener() {
        @Override
        public void stepDone(Step step) {}

        @Override
        public void epochDone(EpochSummary epoch) {}
      };

  /** Something that people should know, such as what is wrong with a training. */
  default void remark(String text) {}

  /** One SGD step is done. */
  void stepDone(Step step);

  /** One epoch and its validation are done. */
  void epochDone(EpochSummary epoch);

  /**
   * One SGD step.
   *
   * @param epoch number of the epoch, from 0
   * @param number number of the step in its epoch, from 0
   * @param steps steps in the epoch
   * @param loss mean cross-entropy of the mini-batch
   * @param imagesPerSecond since the epoch began
   */
  record Step(int epoch, int number, int steps, double loss, double imagesPerSecond) {}
}
