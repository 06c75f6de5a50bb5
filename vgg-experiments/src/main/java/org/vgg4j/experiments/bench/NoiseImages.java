package org.vgg4j.experiments.bench;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.function.IntConsumer;
import org.vgg4j.core.Seed;
import org.vgg4j.data.image.Image;
import org.vgg4j.data.image.ImageSize;
import org.vgg4j.data.source.DatasetManifest;
import org.vgg4j.data.source.ImageDataset;

/** Images in memory, all of one size and of one class of a thousand. */
record NoiseImages(int size, Image noise) implements ImageDataset {
  private static final ImmutableList<String> CLASSES = classNames(1000);

  NoiseImages(int size, ImageSize imageSize) {
    this(size, noise(imageSize));
  }

  private static Image noise(ImageSize size) {
    byte[] pixels = new byte[Math.toIntExact(size.pixels()) * Image.CHANNELS];
    new Seed(1).random().nextBytes(pixels);
    return new Image(size, pixels);
  }

  private static ImmutableList<String> classNames(int count) {
    ImmutableList.Builder<String> names = ImmutableList.builder();
    for (int i = 0; i < count; i++) {
      names.add("class " + i);
    }
    return names.build();
  }

  @Override
  public String name() {
    return "noise";
  }

  @Override
  public List<String> classes() {
    return CLASSES;
  }

  @Override
  public int label(int index) {
    return 0;
  }

  @Override
  public String id(int index) {
    return Integer.toString(index);
  }

  @Override
  public Image image(int index) {
    return noise;
  }

  @Override
  public DatasetManifest manifest(IntConsumer progress) {
    return DatasetManifest.of(ImmutableList.of("noise of " + noise));
  }
}
