package org.vgg4j.core.graph;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.vgg4j.core.spec.Preprocessing;

/**
 * What happens to a mini-batch before the first layer, alone: pixels become floats, colours are
 * shifted, the mean is subtracted. For measurements of what comes before a network.
 */
public final class PreprocessingGraph implements AutoCloseable {
  private final GraphSession session;
  private final MiniBatchInputs inputs;
  private final Operand<TFloat32> mean;

  /** Builds the graph on a device. */
  public PreprocessingGraph(Device device, int crop, Preprocessing preprocessing) {
    session = GraphSession.on(device);
    Ops tf = session.ops();
    inputs = MiniBatchInputs.placeholders(tf, crop);
    Operand<TFloat32> preprocessed =
        NetworkGraph.preprocessed(tf, inputs.pixels(), inputs.shiftsOfPixels(tf), preprocessing);
    mean = tf.math.mean(preprocessed, tf.constant(new int[] {0, 1, 2, 3}));
  }

  /** The mean over all preprocessed values of a batch. */
  public float mean(MiniBatch batch) {
    return batch.feed(session.call(), inputs, 0, batch.count()).fetch(mean).run().scalar(mean);
  }

  @Override
  public void close() {
    session.close();
  }
}
