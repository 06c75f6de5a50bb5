package org.vgg4j.experiments;

import java.util.Map;
import org.vgg4j.core.graph.Averaging;
import org.vgg4j.core.graph.Device;
import org.vgg4j.core.graph.InferenceDefinition;
import org.vgg4j.core.graph.InferenceGraph;
import org.vgg4j.core.graph.TrainingGraph;
import org.vgg4j.data.augment.ScaleRange;
import org.vgg4j.data.source.ImageDataset;
import org.vgg4j.eval.ClassScorer;
import org.vgg4j.eval.ErrorRates;
import org.vgg4j.eval.EvaluationProgress;
import org.vgg4j.eval.Evaluator;
import org.vgg4j.eval.TestProtocol;
import org.vgg4j.train.TrainingTask;
import org.vgg4j.train.Validation;

/**
 * Validation during training: the whole split, one central crop an image, at the middle of the
 * train scales. Cheap, and enough to see a plateau.
 */
final class CropValidation implements Validation, ClassScorer, AutoCloseable {
  private final TrainingTask task;
  private final ImageDataset split;
  private final InferenceGraph graph;
  private final int threads;

  CropValidation(TrainingTask task, ImageDataset split, Device device) {
    this.task = task;
    this.split = split;
    this.threads = device.threads();
    this.graph =
        new InferenceGraph(
            device, new InferenceDefinition(task.network(), crop(), task.preprocessing()));
  }

  /** The test scale of validation: the middle of the train scales. */
  static int testScale(ScaleRange scale) {
    return (scale.minimum() + scale.maximum()) / 2;
  }

  @Override
  public Errors errorsOf(TrainingGraph network) {
    graph.parameters().forEach(p -> graph.write(p, network.read(p)));
    TestProtocol protocol =
        TestProtocol.parse("center-crop|Q=" + testScale(task.augmentation().scale()));
    ErrorRates errors =
        ErrorRates.of(
            new Evaluator(this, split, task.augmentation().filter(), threads)
                .evaluate(protocol, Map.of(), EvaluationProgress.none()));
    return new Errors(errors.top1(), errors.top5());
  }

  @Override
  public int classes() {
    return task.network().classes();
  }

  @Override
  public int crop() {
    return task.recipe().crop();
  }

  @Override
  public float[] posteriors(byte[] pixels, int height, int width, Averaging averaging) {
    return graph.posteriors(pixels, height, width, averaging);
  }

  @Override
  public void close() {
    graph.close();
  }
}
