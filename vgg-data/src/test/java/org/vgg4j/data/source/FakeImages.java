package org.vgg4j.data.source;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.vgg4j.data.image.Image;
import org.vgg4j.data.image.ImageSize;
import org.vgg4j.data.image.Levels;

/** Noise of several sizes in three classes; counts how often an image is asked for. */
public final class FakeImages implements ImageDataset {
  private final int size;
  private final AtomicInteger reads = new AtomicInteger();

  public FakeImages(int size) {
    this.size = size;
  }

  @Override
  public String name() {
    return "fake";
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public List<String> classes() {
    return ImmutableList.of("a", "b", "c");
  }

  @Override
  public int label(int index) {
    return index % 3;
  }

  @Override
  public String id(int index) {
    return "fake/" + index;
  }

  @Override
  public Image image(int index) {
    reads.incrementAndGet();
    return Levels.noise(new ImageSize(20 + index % 7, 18 + index % 5), index);
  }

  @Override
  public DatasetManifest manifest(IntConsumer progress) {
    return DatasetManifest.of(ImmutableList.of("fake " + size));
  }

  int reads() {
    return reads.get();
  }
}
