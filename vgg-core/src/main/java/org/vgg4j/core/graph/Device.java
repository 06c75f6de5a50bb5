package org.vgg4j.core.graph;

import static com.google.common.base.Preconditions.checkArgument;

import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GPUOptions;
import org.vgg4j.core.Problem;

/**
 * Where a graph runs.
 *
 * <p>The thread count changes the rounding of float sums, so it is part of what made a result: bits
 * are promised for equal counts only. TensorFlow sizes its pool once per process, by the first
 * session; every device of a process should name the same count.
 *
 * @param kind processor or graphics card
 * @param index which graphics card; 0 for the processor
 * @param threads threads that share one operation, at least 1
 */
public record Device(Kind kind, int index, int threads) {

  /** The kinds of device. */
  public enum Kind {
    CPU,
    GPU
  }

  public Device {
    checkArgument(index >= 0, "a device index is at least 0, not %s", index);
    checkArgument(threads > 0, "a device has at least 1 thread, not %s", threads);
  }

  /** The processor with all the threads of this machine. */
  public static Device cpu() {
    return new Device(Kind.CPU, 0, Runtime.getRuntime().availableProcessors());
  }

  /** The same device with another number of threads. */
  public Device withThreads(int count) {
    return new Device(kind, index, count);
  }

  /**
   * Reads {@code cpu}, {@code gpu} or {@code gpu:1}.
   *
   * @throws Problem if the text is none of these
   */
  public static Device parse(String text) {
    if (text.equals("cpu")) {
      return cpu();
    }
    if (text.matches("gpu(:\\d{1,3})?")) {
      int card = text.equals("gpu") ? 0 : Integer.parseInt(text.substring("gpu:".length()));
      return new Device(Kind.GPU, card, cpu().threads());
    }
    throw Problem.configuration("device " + text, "is not known", "use cpu, gpu or gpu:0");
  }

  /**
   * The configuration for heavy work, which shares the process's threads. With one thread the
   * caller's is the one, so that several graphs side by side do not queue for it.
   */
  ConfigProto pooled() {
    return threads == 1 ? inCallingThread() : configuration(threads);
  }

  /** The configuration for light work that many Java threads ask for: each runs its own. */
  ConfigProto inCallingThread() {
    return configuration(-1);
  }

  private ConfigProto configuration(int threadsBetweenOperations) {
    ConfigProto.Builder builder =
        ConfigProto.newBuilder()
            .setAllowSoftPlacement(true)
            .setIntraOpParallelismThreads(threads)
            .setInterOpParallelismThreads(threadsBetweenOperations);
    if (kind == Kind.CPU) {
      return builder.putDeviceCount("GPU", 0).build();
    }
    GPUOptions options =
        GPUOptions.newBuilder()
            .setAllowGrowth(true)
            .setVisibleDeviceList(Integer.toString(index))
            .build();
    return builder.setGpuOptions(options).build();
  }

  @Override
  public String toString() {
    return kind == Kind.CPU ? "cpu" : "gpu:" + index;
  }
}
