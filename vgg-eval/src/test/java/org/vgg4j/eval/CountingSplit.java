package org.vgg4j.eval;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.vgg4j.data.image.StoredImage;
import org.vgg4j.data.source.DatasetManifest;
import org.vgg4j.data.source.ImageDataset;

/** Another split, of which every image that is opened is counted. */
record CountingSplit(ImageDataset split, AtomicInteger opened) implements ImageDataset {
  @Override
  public String name() {
    return split.name();
  }

  @Override
  public int size() {
    return split.size();
  }

  @Override
  public List<String> classes() {
    return split.classes();
  }

  @Override
  public int label(int index) {
    return split.label(index);
  }

  @Override
  public String id(int index) {
    return split.id(index);
  }

  @Override
  public StoredImage image(int index) {
    opened.incrementAndGet();
    return split.image(index);
  }

  @Override
  public DatasetManifest manifest(IntConsumer progress) {
    return split.manifest(progress);
  }
}
