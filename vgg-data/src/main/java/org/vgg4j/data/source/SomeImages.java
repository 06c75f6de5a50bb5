package org.vgg4j.data.source;

import com.google.common.primitives.ImmutableIntArray;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.vgg4j.data.image.StoredImage;

/** Some images of another data set, in its order. */
final class SomeImages implements ImageDataset {
  private final ImageDataset all;
  private final ImmutableIntArray some;

  /**
   * A part of {@code all}.
   *
   * @param some numbers of images in it, going up
   */
  SomeImages(ImageDataset all, ImmutableIntArray some) {
    this.all = all;
    this.some = some;
  }

  @Override
  public String name() {
    return all.name();
  }

  @Override
  public int size() {
    return some.length();
  }

  @Override
  public List<String> classes() {
    return all.classes();
  }

  @Override
  public int label(int index) {
    return all.label(some.get(index));
  }

  @Override
  public String id(int index) {
    return all.id(some.get(index));
  }

  @Override
  public StoredImage image(int index) {
    return all.image(some.get(index));
  }

  @Override
  public Optional<byte[]> file(int index) {
    return all.file(some.get(index));
  }

  @Override
  public DatasetManifest manifest(IntConsumer progress) {
    DatasetManifest whole = all.manifest(progress);
    return DatasetManifest.ofLines(size(), i -> whole.line(some.get(i)));
  }
}
