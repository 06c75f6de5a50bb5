package org.vgg4j.core.graph;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.primitives.Ints;
import java.util.Arrays;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;

/**
 * Asks an inference graph what some of its layers make of images, in one run. All outputs asked for
 * are in memory at once.
 *
 * @see InferenceGraph#probe
 */
public final class LayerProbe {
  private static final int CHANNELS = 3;

  private final GraphSession session;
  private final Operand<TUint8> pixels;
  private final Operand<TFloat32> preprocessed;
  private final ImmutableMap<String, Operand<TFloat32>> outputs;

  LayerProbe(
      GraphSession session,
      Operand<TUint8> pixels,
      Operand<TFloat32> preprocessed,
      Map<String, Operand<TFloat32>> outputs) {
    this.session = session;
    this.pixels = pixels;
    this.preprocessed = preprocessed;
    this.outputs = ImmutableMap.copyOf(outputs);
  }

  /**
   * What the layers make of pixels.
   *
   * @param images uint8 (N, height, width, 3), RGB
   * @return the layers' outputs by name, first layer first
   */
  public ImmutableMap<String, FeatureMaps> ofPixels(byte[] images, int height, int width) {
    long count = count(images.length, height, width);
    return run(session.call().feed(pixels, images, count, height, width, CHANNELS));
  }

  /**
   * What the layers make of pixels that have been preprocessed elsewhere.
   *
   * @param images float32 (N, height, width, 3), RGB, as the first layer takes them
   * @return the layers' outputs by name, first layer first
   */
  public ImmutableMap<String, FeatureMaps> ofPreprocessed(float[] images, int height, int width) {
    long count = count(images.length, height, width);
    return run(session.call().feed(preprocessed, images, count, height, width, CHANNELS));
  }

  private static long count(int values, int height, int width) {
    return values / ((long) height * width * CHANNELS);
  }

  private ImmutableMap<String, FeatureMaps> run(Call call) {
    ImmutableSet.copyOf(outputs.values()).forEach(call::fetch); // dropout gives its input
    Fetched fetched = call.run();
    return ImmutableMap.copyOf(Maps.transformValues(outputs, output -> maps(fetched, output)));
  }

  private static FeatureMaps maps(Fetched fetched, Operand<TFloat32> output) {
    int[] shape = Arrays.stream(fetched.shape(output)).mapToInt(Math::toIntExact).toArray();
    return new FeatureMaps(Ints.asList(shape), fetched.floats(output));
  }
}
