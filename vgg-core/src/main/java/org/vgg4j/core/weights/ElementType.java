package org.vgg4j.core.weights;

/**
 * The types of a tensor's elements, by the names that safetensors files give them. This program
 * writes F32 and I32; it reads all of them.
 */
public enum ElementType {
  BOOL(1),
  U8(1),
  I8(1),
  U16(2),
  I16(2),
  F16(2),
  /** The upper half of an F32. */
  BF16(2),
  U32(4),
  I32(4),
  F32(4),
  U64(8),
  I64(8),
  F64(8);

  private final int bytes;

  ElementType(int bytes) {
    this.bytes = bytes;
  }

  /** How many bytes an element takes. */
  public int bytes() {
    return bytes;
  }
}
