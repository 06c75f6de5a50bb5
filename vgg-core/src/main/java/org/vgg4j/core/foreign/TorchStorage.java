package org.vgg4j.core.foreign;

import static com.google.common.base.Preconditions.checkArgument;

import org.vgg4j.core.weights.ElementType;

/**
 * A run of elements that tensors share, as a pickle refers to it.
 *
 * @param key which of the file's storages
 * @param type of its elements
 * @param first where it starts, in elements: a storage may be a part of another
 * @param elements how many elements it has
 */
record TorchStorage(String key, ElementType type, long first, long elements) implements Pickled {
  TorchStorage {
    checkArgument(
        first >= 0 && elements >= 0, "a storage starts at %s and has %s elements", first, elements);
  }

  /** Number of bytes that the file must have for it, those before its start included. */
  long bytesNeeded() {
    return Math.multiplyExact(Math.addExact(first, elements), (long) type.bytes());
  }
}
