package org.vgg4j.core.spec;

/** What a convolution does at the border of its input. */
public enum Padding {
  /** Zeros all around, so that the output has ceil(input / stride) positions (section 2.1). */
  SAME,
  /** No padding: only windows that lie inside the input. */
  VALID;

  int positions(int size, int window, int stride) {
    return this == SAME ? (size + stride - 1) / stride : Math.floorDiv(size - window, stride) + 1;
  }
}
