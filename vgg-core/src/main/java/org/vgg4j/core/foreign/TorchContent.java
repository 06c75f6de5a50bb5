package org.vgg4j.core.foreign;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import java.nio.ByteOrder;
import java.util.Map;

/**
 * What a PyTorch file holds, whichever way it is packed.
 *
 * @param root what was saved
 * @param places where the file has each storage, by its key
 * @param order of the bytes of an element
 */
record TorchContent(Pickled root, Map<String, Place> places, ByteOrder order) {
  /** The most that is read of pickles: those of weights take some kilobytes. */
  static final int LONGEST_PICKLES = 4 << 20;

  TorchContent {
    places = ImmutableMap.copyOf(places);
  }

  /**
   * A run of bytes in a file.
   *
   * @param position of the first
   * @param length how many
   */
  record Place(long position, long length) {
    Place {
      checkArgument(position >= 0 && length >= 0, "a storage has %s bytes", length);
    }
  }

  /**
   * The first byte of a tensor in the file.
   *
   * @throws IllegalArgumentException if the file lacks its storage, or has less of it than is due
   */
  long position(TorchTensor tensor) {
    TorchStorage storage = tensor.storage();
    Place place = places.get(storage.key());
    checkArgument(place != null, "it lacks storage %s", storage.key());
    checkArgument(
        storage.bytesNeeded() <= place.length(),
        "storage %s needs %s bytes and has %s",
        storage.key(),
        storage.bytesNeeded(),
        place.length());
    return place.position() + tensor.position();
  }
}
