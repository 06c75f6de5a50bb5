package org.vgg4j.core.foreign;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.vgg4j.core.Seed;

/** A foreign file in memory, whose values are random. */
final class MemoryFile implements ForeignFile {
  private final Map<String, ForeignTensor> tensors = new LinkedHashMap<>();

  MemoryFile with(String name, Integer... shape) {
    tensors.put(name, new ForeignTensor(name, List.of(shape)));
    return this;
  }

  MemoryFile without(String name) {
    tensors.remove(name);
    return this;
  }

  @Override
  public String format() {
    return "memory";
  }

  @Override
  public ImmutableList<ForeignTensor> tensors() {
    return ImmutableList.copyOf(tensors.values());
  }

  @Override
  public float[] floats(String name) {
    ForeignTensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException(name);
    }
    RandomGenerator random = new Seed(1).at(name).random();
    float[] values = new float[Math.toIntExact(tensor.elements())];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
