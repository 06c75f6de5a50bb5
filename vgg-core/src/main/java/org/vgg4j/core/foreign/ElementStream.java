package org.vgg4j.core.foreign;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.vgg4j.core.weights.ElementType;
import org.vgg4j.core.weights.Elements;

/**
 * Elements of one type that follow each other in a stream.
 *
 * @param type of each element
 * @param order of the bytes of an element
 */
record ElementStream(ElementType type, ByteOrder order) {
  private static final int CHUNK = 1 << 20;

  /**
   * Reads the next elements as float32.
   *
   * @throws EOFException if the stream has fewer
   */
  float[] read(InputStream stream, int count) throws IOException {
    float[] values = new float[count];
    byte[] chunk = new byte[(int) Math.min(CHUNK, (long) count * type.bytes())];
    int elements = chunk.length / type.bytes();
    for (int first = 0; first < count; first += elements) {
      int length = Math.min(elements, count - first) * type.bytes();
      if (stream.readNBytes(chunk, 0, length) < length) {
        throw new EOFException();
      }
      Elements.toFloats(type, ByteBuffer.wrap(chunk, 0, length).order(order), values, first);
    }
    return values;
  }
}
