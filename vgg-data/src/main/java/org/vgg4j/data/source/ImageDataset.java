package org.vgg4j.data.source;

import java.util.List;
import org.vgg4j.core.Problem;
import org.vgg4j.data.image.Image;

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
   * One image at its original size.
   *
   * @throws Problem if its file can't be read or decoded
   */
  Image image(int index);

  /**
   * What identifies the content of this split. For files this reads every byte of them.
   *
   * @throws Problem if a file can't be read
   */
  DatasetManifest manifest();
}
