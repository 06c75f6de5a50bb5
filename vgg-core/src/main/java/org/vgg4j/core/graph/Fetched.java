package org.vgg4j.core.graph;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.RawTensor;
import org.tensorflow.Result;
import org.tensorflow.ndarray.buffer.ByteDataBuffer;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TUint8;

/** What a call fetched, copied into Java arrays in row-major order. */
public final class Fetched {
  private final Map<Operand<?>, Object> arrays = new HashMap<>();
  private final Map<Operand<?>, long[]> shapes = new HashMap<>();

  private Fetched() {}

  static Fetched copyOf(List<Operand<?>> operands, Result result) {
    Fetched fetched = new Fetched();
    for (int i = 0; i < operands.size(); i++) {
      RawTensor tensor = result.get(i).asRawTensor();
      fetched.shapes.put(operands.get(i), tensor.shape().asArray());
      fetched.arrays.put(operands.get(i), arrayOf(operands.get(i), tensor));
    }
    return fetched;
  }

  private static Object arrayOf(Operand<?> operand, RawTensor tensor) {
    int size = Math.toIntExact(tensor.shape().size());
    ByteDataBuffer data = tensor.data();
    Class<?> type = operand.asOutput().type();
    if (type == TFloat32.class) {
      float[] floats = new float[size];
      data.asFloats().read(floats);
      return floats;
    }
    if (type == TInt32.class) {
      int[] ints = new int[size];
      data.asInts().read(ints);
      return ints;
    }
    checkArgument(type == TUint8.class, "%s can't be fetched", type);
    byte[] bytes = new byte[size];
    data.read(bytes);
    return bytes;
  }

  /** The fetched float32 values. */
  public float[] floats(Operand<TFloat32> operand) {
    return (float[]) valueOf(arrays, operand);
  }

  /** The one fetched float32 value. */
  public float scalar(Operand<TFloat32> operand) {
    float[] array = floats(operand);
    checkArgument(array.length == 1, "fetched %s values, not a scalar", array.length);
    return array[0];
  }

  /** The fetched int32 values. */
  public int[] ints(Operand<TInt32> operand) {
    return (int[]) valueOf(arrays, operand);
  }

  /** The fetched uint8 values. */
  public byte[] bytes(Operand<TUint8> operand) {
    return (byte[]) valueOf(arrays, operand);
  }

  /** The shape of a fetched operand. */
  public long[] shape(Operand<?> operand) {
    return valueOf(shapes, operand);
  }

  private static <V> V valueOf(Map<Operand<?>, V> map, Operand<?> operand) {
    return requireNonNull(map.get(operand), "the operand was not fetched");
  }
}
