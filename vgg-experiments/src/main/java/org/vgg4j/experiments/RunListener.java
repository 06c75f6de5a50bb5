package org.vgg4j.experiments;

import java.util.List;
import java.util.function.IntConsumer;
import org.vgg4j.eval.TestProtocol;
import org.vgg4j.train.TrainingListener;

/**
 * Hears how an experiment goes, to show it; it can't change anything. Several stages may speak at
 * once.
 */
public interface RunListener {

  /** Something about the data that people should know before they wait for results. */
  void remark(String text);

  /**
   * Training begins.
   *
   * @param stages all stages that the experiment needs, in order
   * @param finished those of them that an earlier run has trained
   */
  void trainingStarts(List<Stage> stages, List<Stage> finished);

  /** A stage begins; returns who hears how it goes. */
  TrainingListener stageStarts(Stage stage);

  /** A stage is trained. */
  void stageDone(Stage stage);

  /**
   * A test begins.
   *
   * @param network what people call the network, such as {@code D S=256}
   * @param images how many images it will see, counted once per view and test scale
   * @return who hears how many images are done
   */
  IntConsumer testStarts(String network, TestProtocol protocol, int images);
}
