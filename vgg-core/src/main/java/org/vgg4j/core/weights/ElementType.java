package org.vgg4j.core.weights;

/** The element types of the format that this program reads and writes. */
public enum ElementType {
  F32(4),
  F64(8),
  I32(4),
  I64(8);

  private final int bytes;

  ElementType(int bytes) {
    this.bytes = bytes;
  }

  int bytes() {
    return bytes;
  }
}
