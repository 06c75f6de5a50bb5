package org.vgg4j.data.source;

import org.vgg4j.data.image.StoredImage;

/** The images of another data set, the last one first. */
public record ReversedImages(ImageDataset dataset) implements ForwardingImages {

  private int reversed(int index) {
    return size() - 1 - index;
  }

  @Override
  public int label(int index) {
    return dataset.label(reversed(index));
  }

  @Override
  public String id(int index) {
    return dataset.id(reversed(index));
  }

  @Override
  public StoredImage image(int index) {
    return dataset.image(reversed(index));
  }
}
