package org.vgg4j.data.source;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.vgg4j.core.Problem;
import org.vgg4j.data.image.StoredImage;

/**
 * The labelled images of one split, numbered from 0. Immutable; several threads may read at once.
 */
public interface ImageDataset {

  /** Where the images come from, such as {@code caltech10-72/train}; for people to read. */
  String name();

  /** Number of images. */
  int size();

  /** The names of the classes; a label is a position in this list. */
  List<String> classes();

  /** The class of an image, 0 up to the number of classes. */
  int label(int index);

  /**
   * A name that stays the same wherever the data lie, such as {@code
   * train/n01440764/n01440764_18.JPEG}.
   */
  String id(int index);

  /**
   * One image at its original size; its pixels are decoded when they are asked for.
   *
   * @throws Problem if its file can't be read or is no image
   */
  StoredImage image(int index);

  /**
   * The image file of an image, byte for byte; empty where images are stored otherwise.
   *
   * @throws Problem if the file can't be read
   */
  default Optional<byte[]> file(int index) {
    return Optional.empty();
  }

  /**
   * What identifies the content of this split. For files this reads every byte of them, but for
   * those that a cache knows.
   *
   * @param progress called with 1 for every image, from any thread
   * @throws Problem if a file can't be read
   */
  DatasetManifest manifest(IntConsumer progress);

  /** What identifies the content of this split. */
  default DatasetManifest manifest() {
    return manifest(images -> {});
  }
}
