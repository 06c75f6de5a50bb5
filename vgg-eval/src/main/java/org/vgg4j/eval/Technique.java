package org.vgg4j.eval;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.vgg4j.core.graph.Averaging;
import org.vgg4j.data.augment.Sample;
import org.vgg4j.data.image.ImageSize;
import org.vgg4j.data.image.Window;

/** An evaluation technique (Table 5): what of a rescaled image the network sees. */
public sealed interface Technique {
  /** Its name, the first part of a protocol's text. */
  String word();

  /** The parts of a protocol's text that say how it differs from what is usual. */
  List<String> options();

  /** What is looked at one after the other; the posteriors of several views are averaged. */
  List<View> views();

  /**
   * What has to be rescaled of an image, for all views together.
   *
   * @param testScale Q, at least {@code crop} unless the views are dense
   * @param crop the side of the network's crops
   */
  default Sample seen(ImageSize original, int testScale, int crop) {
    return Sample.whole(original, testScale);
  }

  /** A technique that looks at windows of one kind, and averages their posteriors. */
  sealed interface View extends Technique {
    /** The windows of what is seen that go through the network. */
    List<Window> windows(ImageSize seen, int crop);

    /** Whether the posteriors of each window's mirror image count as well. */
    boolean flip();

    /** How the class score map of a window becomes posteriors; a crop's map is a single score. */
    default Averaging averaging() {
      return Averaging.SCORES;
    }

    @Override
    default List<String> options() {
      return flip() ? ImmutableList.of("flip") : ImmutableList.of();
    }

    @Override
    default List<View> views() {
      return ImmutableList.of(this);
    }
  }

  /** One crop of the training size, from the middle. */
  record CenterCrop(boolean flip) implements View {
    @Override
    public String word() {
      return "center-crop";
    }

    @Override
    public Sample seen(ImageSize original, int testScale, int crop) {
      return Sample.centralCrop(original, testScale, crop);
    }

    @Override
    public List<Window> windows(ImageSize seen, int crop) {
      return ImmutableList.of(Window.whole(seen));
    }
  }

  /** The four corners and the middle, each also mirrored (Krizhevsky et al., 2012). */
  record TenCrop() implements View {
    @Override
    public String word() {
      return "ten-crop";
    }

    @Override
    public List<Window> windows(ImageSize seen, int crop) {
      return ImmutableList.<Window>builder()
          .addAll(new CropGrid(2, 2).windows(seen, crop))
          .addAll(new CropGrid(1, 1).windows(seen, crop))
          .build();
    }

    @Override
    public boolean flip() {
      return true;
    }

    /** The mirror images belong to the ten. */
    @Override
    public List<String> options() {
      return ImmutableList.of();
    }
  }

  /** The crops of a regular grid; 50 a scale in the paper, mirror images included. */
  record MultiCrop(CropGrid grid, boolean flip) implements View {
    @Override
    public String word() {
      return "multi-crop";
    }

    @Override
    public List<Window> windows(ImageSize seen, int crop) {
      return grid.windows(seen, crop);
    }

    @Override
    public List<String> options() {
      return ImmutableList.<String>builder()
          .add("grid=" + grid)
          .addAll(View.super.options())
          .build();
    }
  }

  /** The whole uncropped image, through the fully-convolutional network. */
  record Dense(boolean flip, @Override Averaging averaging) implements View {
    @Override
    public String word() {
      return "dense";
    }

    @Override
    public List<Window> windows(ImageSize seen, int crop) {
      return ImmutableList.of(Window.whole(seen));
    }

    @Override
    public List<String> options() {
      return averaging == Averaging.SCORES
          ? View.super.options()
          : ImmutableList.<String>builder()
              .addAll(View.super.options())
              .add("average=posteriors")
              .build();
    }
  }

  /** The average of the two soft-max outputs; they see the same rescaled image. */
  record MultiCropAndDense(MultiCrop multiCrop, Dense dense) implements Technique {
    @Override
    public String word() {
      return "multi-crop+dense";
    }

    @Override
    public List<String> options() {
      return ImmutableList.<String>builder()
          .add("grid=" + multiCrop.grid())
          .addAll(dense.options())
          .build();
    }

    @Override
    public List<View> views() {
      return ImmutableList.of(multiCrop, dense);
    }
  }
}
