package org.vgg4j.core.foreign;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * A tensor as PyTorch writes it: a view of a storage.
 *
 * @param storage where its elements are
 * @param offset its first element's place in the storage
 * @param layout how its elements lie from there on
 */
record TorchTensor(TorchStorage storage, long offset, MemoryLayout layout) implements Pickled {
  /**
   * A small tensor may repeat its elements; a large one would fill the memory from a small file.
   */
  private static final long MOST_REPEATED = 1 << 20;

  TorchTensor {
    checkArgument(offset >= 0, "a tensor starts at element %s of its storage", offset);
    checkArgument(
        Math.addExact(offset, layout.span()) <= storage.elements(),
        "a tensor of shape %s needs %s elements of a storage that has %s",
        layout.shape(),
        offset + layout.span(),
        storage.elements());
    checkArgument(
        layout.elements() <= Math.max(storage.elements(), MOST_REPEATED),
        "a tensor of shape %s repeats the %s elements of its storage",
        layout.shape(),
        storage.elements());
    checkArgument(
        layout.span() <= Integer.MAX_VALUE - 8, "a tensor spans %s elements", layout.span());
  }

  /** Its first byte, counted from that of the storage. */
  long position() {
    return Math.multiplyExact(
        Math.addExact(storage.first(), offset), (long) storage.type().bytes());
  }
}
