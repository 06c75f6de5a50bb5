package org.vgg4j.data.generated;

import static com.google.common.base.Preconditions.checkElementIndex;

import com.google.common.collect.ImmutableList;
import java.util.function.IntConsumer;
import org.vgg4j.core.Seed;
import org.vgg4j.data.image.Image;
import org.vgg4j.data.source.DatasetManifest;
import org.vgg4j.data.source.ImageDataset;
import org.vgg4j.data.source.Split;

/**
 * Images of ten shapes that anyone can make again from three numbers, for tests, teaching and first
 * contact: nothing to download, no rights to clear. Image i of a split depends on (seed, split, i)
 * alone, so a larger split begins with the images of a smaller one.
 */
public final class GeneratedImages implements ImageDataset {
  /** Changes when the same parameters come to mean other pixels. */
  private static final int VERSION = 1;

  private static final ImmutableList<Shape> SHAPES = ImmutableList.copyOf(Shape.values());

  private final GeneratedData data;
  private final Split split;
  private final Seed seed;

  /** The images of one split. */
  public GeneratedImages(GeneratedData data, Split split) {
    this.data = data;
    this.split = split;
    this.seed = new Seed(data.seed()).at("generated").at(split.toString());
  }

  @Override
  public String name() {
    return "generated/" + split;
  }

  @Override
  public int size() {
    return data.images(split);
  }

  @Override
  public ImmutableList<String> classes() {
    return Shape.names();
  }

  /** Classes take turns, so every split has equal numbers of each or one more of the first. */
  @Override
  public int label(int index) {
    return checkElementIndex(index, size()) % SHAPES.size();
  }

  @Override
  public String id(int index) {
    return split + "/" + shape(index) + "/" + index;
  }

  @Override
  public Image image(int index) {
    Seed own = seed.at(index);
    Scene scene = RandomScene.of(shape(index), own.at("scene").random());
    return scene.painted(own.at("grain").random());
  }

  @Override
  public DatasetManifest manifest(IntConsumer progress) {
    String line =
        "generated version=%s split=%s images=%s seed=%s classes=%s"
            .formatted(VERSION, split, size(), data.seed(), String.join(",", classes()));
    return DatasetManifest.of(ImmutableList.of(line));
  }

  private Shape shape(int index) {
    return SHAPES.get(label(index));
  }
}
