package org.vgg4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vgg4j.core.Problem;
import org.vgg4j.core.graph.Initialization;
import org.vgg4j.core.spec.NetworkNotation;
import org.vgg4j.core.spec.NetworkSpec;

/**
 * What the paper tells of deep nets: from Gaussian 0.01 D doesn't learn, "bad initialisation can
 * stall learning due to the instability of gradient in deep nets" (section 3.1).
 */
@Timeout(300)
class PlateauTests {
  /** D at a quarter of its width; dropout of so few units would be a second reason to stall. */
  private static final NetworkSpec NARROW_D =
      NetworkNotation.parse(
              "D-narrow conv3-16 x2 | conv3-32 x2 | conv3-64 x3 | conv3-128 x3 | conv3-128 x3"
                  + " | fc-256 fc-256 fc-classes")
          .withClasses(10);

  private static final TrainingTask TASK =
      TinyTraining.task(NARROW_D, new Phase(0.01, 10, 0, 9, 9));

  /** Forty steps an epoch. */
  private static final int IMAGES = 640;

  @TempDir private Path folder;
  private final Remarks remarks = new Remarks();

  private void train(Initialization start, boolean abortOnPlateau) {
    Safeguards safeguards = new Safeguards(0, 0, abortOnPlateau, false, new StopSwitch());
    TinyTraining.train(
        TASK,
        IMAGES,
        new RunDirectory(folder),
        trainer ->
            trainer.train(
                new StartingPoint.Random(start), TinyTraining.NEVER_BETTER, remarks, safeguards));
  }

  @Test
  void aDeepNetFromSmallRandomWeightsStandsStillAndTheLayersSayWhy() {
    train(new Initialization.Gaussian(0.01), false);
    assertThat(remarks.texts())
        .singleElement()
        .asString()
        .contains("the loss stays at 2.303, where guessing puts it")
        .contains("activations go from", "start from a trained A as the paper does");
    assertThat(new RunDirectory(folder).diagnosis()).content().contains("conv1_1,", "fc8,");
  }

  @Test
  void onRequestThatEndsTheTraining() {
    assertThatThrownBy(() -> train(new Initialization.Gaussian(0.01), true))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.CHECK_FAILED));
    assertThat(new RunDirectory(folder).isFinished()).isFalse();
  }

  @Test
  void fromWeightsOfTheRightScaleNothingIsTold() {
    train(new Initialization.He(), true);
    assertThat(remarks.texts()).isEmpty();
  }
}
