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

  @Override
  public Errors errorsOf(TrainingGraph network) {
    graph.parameters().forEach(p -> graph.write(p, network.read(p)));
    ScaleRange scale = task.augmentation().scale();
    int middle = (scale.minimum() + scale.maximum()) / 2;
    TestProtocol protocol = TestProtocol.parse("center-crop|Q=" + middle);
    ErrorRates errors =
        ErrorRates.of(
            new Evaluator(this, split, threads).evaluate(protocol, Map.of(), images -> {}));
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
