package org.vgg4j.core.foreign;

/** A tensor of a file and all that is needed to find its values there. */
interface PlacedTensor {
  ForeignTensor tensor();
}
