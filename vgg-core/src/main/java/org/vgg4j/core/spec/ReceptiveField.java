package org.vgg4j.core.spec;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.vgg4j.core.spec.LayerSpec.BatchNormalization;
import org.vgg4j.core.spec.LayerSpec.Convolution;
import org.vgg4j.core.spec.LayerSpec.Dropout;
import org.vgg4j.core.spec.LayerSpec.FullyConnected;
import org.vgg4j.core.spec.LayerSpec.LocalResponseNormalization;
import org.vgg4j.core.spec.LayerSpec.MaxPooling;

/**
 * What one position of a feature map sees of the image, in input pixels. A fully-connected layer
 * counts as the convolution over the whole map that dense evaluation makes of it (section 3.2).
 *
 * @param size side of the square that the position sees, zero padding included
 * @param stride distance between the squares of two neighbouring positions
 */
public record ReceptiveField(int size, int stride) {
  /** A pixel of the image. */
  public static final ReceptiveField PIXEL = new ReceptiveField(1, 1);

  public ReceptiveField {
    checkArgument(size > 0 && stride > 0, "a receptive field is at least 1 wide and 1 apart");
  }

  /** The receptive fields after each layer, in order. */
  public static List<ReceptiveField> along(List<PlacedLayer> layers) {
    ImmutableList.Builder<ReceptiveField> fields = ImmutableList.builder();
    ReceptiveField field = PIXEL;
    for (PlacedLayer placed : layers) {
      field = placed.layer().accept(new After(field, placed.input()));
      fields.add(field);
    }
    return fields.build();
  }

  /** The receptive field after a window of this field's positions, moved in steps. */
  public ReceptiveField through(int window, int step) {
    return new ReceptiveField(size + (window - 1) * stride, stride * step);
  }

  private record After(ReceptiveField field, FeatureShape input)
      implements LayerSpec.Visitor<ReceptiveField> {
    @Override
    public ReceptiveField visit(Convolution layer) {
      return field.through(layer.kernel(), layer.stride());
    }

    @Override
    public ReceptiveField visit(MaxPooling layer) {
      return field.through(layer.window(), layer.stride());
    }

    @Override
    public ReceptiveField visit(FullyConnected layer) {
      return field.through(Math.max(input.height(), input.width()), 1);
    }

    @Override
    public ReceptiveField visit(LocalResponseNormalization layer) {
      return field;
    }

    @Override
    public ReceptiveField visit(BatchNormalization layer) {
      return field;
    }

    @Override
    public ReceptiveField visit(Dropout layer) {
      return field;
    }
  }
}
