package org.vgg4j.core.graph;

import static com.google.common.base.Preconditions.checkState;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.exceptions.TFResourceExhaustedException;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.TString;
import org.tensorflow.types.TUint8;
import org.vgg4j.core.Problem;

/**
 * One run of a graph. Values are copied when the call runs, so an array may be reused after that.
 * Values lie in row-major order; no shape means a scalar.
 */
public final class Call {
  private final Session.Runner runner;
  private final AtomicInteger openTensors;
  private final Map<Operand<?>, Supplier<? extends Tensor>> feeds = new LinkedHashMap<>();
  private final List<Operand<?>> fetches = new ArrayList<>();

  Call(Session.Runner runner, AtomicInteger openTensors) {
    this.runner = runner;
    this.openTensors = openTensors;
  }

  /** Feeds float32 values. */
  public Call feed(Operand<TFloat32> target, float[] values, long... shape) {
    return feed(target, () -> TFloat32.tensorOf(of(shape), DataBuffers.of(values, true, false)));
  }

  /** Feeds one float32 value. */
  public Call feed(Operand<TFloat32> target, float value) {
    return feed(target, () -> TFloat32.scalarOf(value));
  }

  /** Feeds int32 values. */
  public Call feed(Operand<TInt32> target, int[] values, long... shape) {
    return feed(target, () -> TInt32.tensorOf(of(shape), DataBuffers.of(values, true, false)));
  }

  /** Feeds int64 values. */
  public Call feed(Operand<TInt64> target, long[] values, long... shape) {
    return feed(target, () -> TInt64.tensorOf(of(shape), DataBuffers.of(values, true, false)));
  }

  /** Feeds uint8 values, such as pixels. */
  public Call feed(Operand<TUint8> target, byte[] values, long... shape) {
    return feed(target, () -> TUint8.tensorOf(of(shape), DataBuffers.of(values, true, false)));
  }

  /** Feeds some images of those that lie in native memory, without a copy where it is all. */
  Call feed(Operand<TUint8> target, PixelTensor pixels, int first, int end) {
    if (first == 0 && end == pixels.images()) {
      runner.feed(target, pixels.tensor());
      return this;
    }
    return feed(target, () -> pixels.copyOf(first, end));
  }

  /** Feeds one string of bytes, such as the content of an image file. */
  public Call feedContent(Operand<TString> target, byte[] content) {
    return feed(target, () -> TString.tensorOfBytes(NdArrays.scalarOfObject(content)));
  }

  private Call feed(Operand<?> target, Supplier<? extends Tensor> tensor) {
    checkState(feeds.put(target, tensor) == null, "%s is fed twice", target);
    return this;
  }

  /** Asks for the values of an operand. */
  public Call fetch(Operand<?> operand) {
    fetches.add(operand);
    runner.fetch(operand);
    return this;
  }

  /** Asks for an operation to run, without its values. */
  public Call target(Op operation) {
    runner.addTarget(operation);
    return this;
  }

  /**
   * Runs the call.
   *
   * @return the values of the fetched operands
   * @throws Problem if the device has too little memory
   */
  public Fetched run() {
    List<Tensor> tensors = new ArrayList<>(feeds.size());
    try {
      feeds.forEach((operand, supplier) -> runner.feed(operand, opened(tensors, supplier.get())));
      try (Result result = runner.run()) {
        return Fetched.copyOf(fetches, result);
      }
    } catch (TFResourceExhaustedException e) {
      throw Problem.memory(
              "TensorFlow",
              "the batch does not fit into memory",
              "use a smaller batch or micro-batch")
          .causedBy(e);
    } finally {
      tensors.forEach(Tensor::close);
      openTensors.addAndGet(-tensors.size());
    }
  }

  private Tensor opened(List<Tensor> tensors, Tensor tensor) {
    tensors.add(tensor);
    openTensors.incrementAndGet();
    return tensor;
  }

  private static Shape of(long... shape) {
    return Shape.of(shape);
  }
}
