package org.vgg4j.experiments;

import java.util.function.IntConsumer;
import org.vgg4j.eval.TestProtocol;
import org.vgg4j.train.TrainingListener;

/** Hears how an experiment goes, to show it; it can't change anything. */
public interface RunListener {

  /**
   * A stage is next.
   *
   * @param index number of the stage, from 0
   * @param stages number of all stages
   * @param finished whether an earlier run has trained it already
   */
  void stageStarts(Stage stage, int index, int stages, boolean finished);

  /** Who hears how the training of a stage goes. */
  TrainingListener trainingOf(Stage stage);

  /**
   * A test starts.
   *
   * @param images how many images it will see, counted once per test scale
   * @return who hears how many images are done
   */
  IntConsumer testingOf(Stage stage, TestProtocol protocol, int images);
}
