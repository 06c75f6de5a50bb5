package org.vgg4j.data.source;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.function.IntConsumer;
import org.vgg4j.data.image.Image;

/** Images in memory, all of one class. */
public record ArrayImages(List<Image> images) implements ImageDataset {

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public int size() {
    return images.size();
  }

  @Override
  public List<String> classes() {
    return ImmutableList.of("all");
  }

  @Override
  public int label(int index) {
    return 0;
  }

  @Override
  public String id(int index) {
    return "memory/" + index;
  }

  @Override
  public Image image(int index) {
    return images.get(index);
  }

  @Override
  public DatasetManifest manifest(IntConsumer progress) {
    return DatasetManifest.of(images.stream().map(image -> "" + image.hashCode()).toList());
  }
}
