package org.vgg4j.core.spec;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.List;
import java.util.function.ToLongFunction;
import org.vgg4j.core.Problem;
import org.vgg4j.core.spec.LayerSpec.Dropout;

/**
 * Bytes that a network needs for a batch, in 32-bit floats. A lower bound: the scratch space of
 * convolutions and of LRN, the allocator's waste and the input pipeline come on top.
 *
 * @param inferenceActivations the layer with the largest input and output together; those of other
 *     layers are free by then
 * @param trainingActivations what the backward pass reads: the images, the output of every layer
 *     (rectified in place) and the mask of every dropout layer; and, while it runs, the gradients
 *     of the largest input and output
 * @param parameters weights, biases, and batch normalisation's scale, shift, mean and variance
 * @param gradients one value for each trained parameter, as all are complete before any is used; a
 *     mini-batch that trains in pieces keeps their sum as well, which is as much again
 * @param optimizerState the momentum, one value for each trained parameter
 */
public record MemoryEstimate(
    long inferenceActivations,
    long trainingActivations,
    long parameters,
    long gradients,
    long optimizerState) {

  /**
   * The estimate for {@code batch} square crops of {@code size} pixels that are in memory at once.
   *
   * @throws Problem if the crops are too small for the network
   */
  public static MemoryEstimate of(NetworkSpec network, int size, int batch) {
    checkArgument(batch > 0, "a batch has at least 1 image, not %s", batch);
    List<PlacedLayer> layers = network.placedAt(size);
    long largest = layers.stream().mapToLong(MemoryEstimate::inputAndOutput).max().orElseThrow();
    long kept = FeatureShape.rgb(size).elements() + sum(layers, MemoryEstimate::kept);
    long parameters = sum(network.parameters(size), Parameter::elements);
    long trained = network.parameterCount(size);
    return new MemoryEstimate(
        bytes(largest * batch),
        bytes((kept + largest) * batch),
        bytes(parameters),
        bytes(trained),
        bytes(trained));
  }

  /** Activations and parameters. */
  public long inference() {
    return inferenceActivations + parameters;
  }

  /** Everything that a training iteration holds. */
  public long training() {
    return trainingActivations + parameters + gradients + optimizerState;
  }

  /** Bytes of that many values. */
  static long bytes(long values) {
    return values * Float.BYTES;
  }

  private static long inputAndOutput(PlacedLayer placed) {
    return placed.input().elements() + placed.output().elements();
  }

  private static long kept(PlacedLayer placed) {
    return placed.output().elements() * (placed.layer() instanceof Dropout ? 2 : 1);
  }

  private static <T> long sum(List<T> parts, ToLongFunction<T> values) {
    return parts.stream().mapToLong(values).sum();
  }
}
