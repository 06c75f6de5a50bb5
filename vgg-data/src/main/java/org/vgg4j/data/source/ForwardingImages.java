package org.vgg4j.data.source;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/** The images of another data set, seen in another way; all else is passed on. */
interface ForwardingImages extends ImageDataset {

  /** The other data set. */
  ImageDataset dataset();

  @Override
  default String name() {
    return dataset().name();
  }

  @Override
  default int size() {
    return dataset().size();
  }

  @Override
  default List<String> classes() {
    return dataset().classes();
  }

  @Override
  default int label(int index) {
    return dataset().label(index);
  }

  @Override
  default String id(int index) {
    return dataset().id(index);
  }

  /** The image as it is stored. */
  @Override
  default Optional<byte[]> file(int index) {
    return dataset().file(index);
  }

  /** The manifest of the images as they are stored. */
  @Override
  default DatasetManifest manifest(IntConsumer progress) {
    return dataset().manifest(progress);
  }
}
