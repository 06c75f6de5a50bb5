package org.vgg4j.core.foreign;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.primitives.Longs;
import com.google.common.primitives.Primitives;
import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import java.lang.reflect.Array;
import java.util.Arrays;

/**
 * A tensor of a Keras file.
 *
 * @param dataset where HDF5 keeps it
 */
record KerasTensor(ForeignTensor tensor, Dataset dataset) implements PlacedTensor {
  /** DEFLATE, the strongest compression in use, leaves a thousandth of what it is given. */
  private static final long STRONGEST_COMPRESSION = 1032;

  /**
   * A data set under its name.
   *
   * @param fileSize bytes in the file, which bound the values that it can hold
   * @throws IllegalArgumentException if the data set does not hold numbers or is too large
   */
  static KerasTensor of(String name, Dataset dataset, long fileSize) {
    checkArgument(holdsNumbers(dataset), "tensor %s does not hold numbers", name);
    ForeignTensor tensor = TensorSizes.tensor(name, Longs.asList(dataset.getDimensionsAsLong()));
    long most = dataset instanceof ChunkedDataset ? fileSize * STRONGEST_COMPRESSION : fileSize;
    long bytes = tensor.elements() * dataset.getDataType().getSize();
    checkArgument(
        Math.max(bytes, bytesInChunk(dataset)) <= Math.min(most, Integer.MAX_VALUE),
        "tensor %s of shape %s can't be in a file of %s bytes",
        name,
        tensor.shape(),
        fileSize);
    return new KerasTensor(tensor, dataset);
  }

  /** Whether a data set holds numbers. */
  static boolean holdsNumbers(Dataset dataset) {
    return Number.class.isAssignableFrom(Primitives.wrap(dataset.getJavaType()));
  }

  private static long bytesInChunk(Dataset dataset) {
    return dataset instanceof ChunkedDataset chunked
        ? Arrays.stream(chunked.getChunkDimensions())
            .asLongStream()
            .reduce(chunked.getDataType().getSize(), Math::multiplyExact)
        : 0;
  }

  /** The values as float32. */
  float[] floats() {
    if (tensor.elements() == 0) {
      return new float[0];
    }
    checkArgument(!dataset.isEmpty(), "tensor %s was never written", tensor.name());
    Object values = dataset.getDataFlat();
    if (values instanceof float[] floats) {
      return floats;
    }
    float[] floats = new float[Array.getLength(values)];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = ((Number) Array.get(values, i)).floatValue();
    }
    return floats;
  }
}
