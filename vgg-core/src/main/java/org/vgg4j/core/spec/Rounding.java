package org.vgg4j.core.spec;

/** How a pooling layer counts its positions where the windows do not tile the feature map. */
public enum Rounding {
  /** The last window may reach over the border, as in the authors' Caffe (paper.md, section 3c). */
  CEIL,
  /** Rows and columns that fill no window are dropped, as in torchvision and Keras. */
  FLOOR;

  int positions(int size, int window, int stride) {
    int room = size - window;
    return (this == CEIL ? -Math.floorDiv(-room, stride) : Math.floorDiv(room, stride)) + 1;
  }
}
