package org.vgg4j.eval;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.function.IntConsumer;
import org.vgg4j.core.Seed;
import org.vgg4j.data.image.Image;
import org.vgg4j.data.image.ImageSize;
import org.vgg4j.data.source.DatasetManifest;
import org.vgg4j.data.source.ImageDataset;

/** Noise in memory: the classes given and the sizes given, each in turn. */
record FakeSplit(int size, List<ImageSize> sizes, List<String> classes) implements ImageDataset {

  FakeSplit(int size, List<ImageSize> sizes) {
    this(size, sizes, ImmutableList.of("cat", "dog", "owl"));
  }

  @Override
  public String name() {
    return "fake/val";
  }

  @Override
  public int label(int index) {
    return index * 2 % classes.size();
  }

  @Override
  public String id(int index) {
    return "val/" + index;
  }

  @Override
  public Image image(int index) {
    ImageSize size = sizes.get(index % sizes.size());
    byte[] pixels = new byte[Math.toIntExact(size.pixels()) * Image.CHANNELS];
    new Seed(8).at(index).random().nextBytes(pixels);
    return new Image(size, pixels);
  }

  @Override
  public DatasetManifest manifest(IntConsumer progress) {
    return DatasetManifest.of(ImmutableList.of("fake " + this));
  }
}
