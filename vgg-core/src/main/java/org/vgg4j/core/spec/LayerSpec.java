package org.vgg4j.core.spec;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * One layer. A rectification (ReLU) belongs to every weight layer but the last and is not a layer
 * of its own; where batch normalisation follows a weight layer, the rectification follows that.
 */
public sealed interface LayerSpec {

  /**
   * The feature map that this layer makes of {@code input}.
   *
   * @throws IllegalArgumentException if the input is smaller than the layer's window
   */
  FeatureShape output(FeatureShape input);

  /** Calls the visitor's method for this kind of layer. */
  <R> R accept(Visitor<R> visitor);

  /** One method per kind of layer, so that a new kind does not compile until it is handled. */
  interface Visitor<R> {
    R visit(Convolution layer);

    R visit(LocalResponseNormalization layer);

    R visit(BatchNormalization layer);

    R visit(MaxPooling layer);

    R visit(FullyConnected layer);

    R visit(Dropout layer);
  }

  /** {@code convK-N}: N filters of K x K with biases, then ReLU (section 2.1). */
  record Convolution(int kernel, int stride, Padding padding, int channels) implements LayerSpec {
    public Convolution {
      checkArgument(kernel > 0, "a kernel is at least 1 wide, not %s", kernel);
      checkArgument(stride > 0, "a stride is at least 1, not %s", stride);
      checkArgument(channels > 0, "a convolution has at least 1 channel, not %s", channels);
    }

    /** Stride 1 and zero padding, the paper's convolution. */
    public static Convolution same(int kernel, int channels) {
      return new Convolution(kernel, 1, Padding.SAME, channels);
    }

    @Override
    public FeatureShape output(FeatureShape input) {
      return new FeatureShape(
          padding.positions(input.height(), kernel, stride),
          padding.positions(input.width(), kernel, stride),
          channels);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * {@code lrn}: {@code b_i = a_i / (k + alpha * sum_j a_j^2)^beta} over {@code size} adjacent
   * channels; alpha is not divided by the size (Krizhevsky et al. 2012; paper.md, section 1.4).
   */
  record LocalResponseNormalization(int size, double k, double alpha, double beta)
      implements LayerSpec {
    public LocalResponseNormalization {
      checkArgument(size > 0 && size % 2 == 1, "lrn spans an odd number of channels, not %s", size);
      checkArgument(k > 0 && alpha >= 0 && beta > 0, "lrn needs k > 0, alpha >= 0, beta > 0");
    }

    /** The values of Krizhevsky et al., which A-LRN uses. */
    public static LocalResponseNormalization krizhevsky() {
      return new LocalResponseNormalization(5, 2, 1e-4, 0.75);
    }

    @Override
    public FeatureShape output(FeatureShape input) {
      return input;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** {@code bn}: normalisation by batch statistics, with a learnt scale and shift per channel. */
  record BatchNormalization(double epsilon) implements LayerSpec {
    public BatchNormalization {
      checkArgument(epsilon > 0, "bn needs epsilon > 0, not %s", epsilon);
    }

    /** Epsilon 1e-5, as torchvision's VGG with batch normalisation. */
    public static BatchNormalization standard() {
      return new BatchNormalization(1e-5);
    }

    @Override
    public FeatureShape output(FeatureShape input) {
      return input;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** {@code |} or {@code poolK/S}: the maximum over K x K windows, S apart. */
  record MaxPooling(int window, int stride, Rounding rounding) implements LayerSpec {
    public MaxPooling {
      checkArgument(window > 0, "a pooling window is at least 1 wide, not %s", window);
      checkArgument(
          stride > 0 && stride <= window,
          "a pooling stride is between 1 and the window %s, not %s",
          window,
          stride);
    }

    /** 2 x 2 with stride 2, rounding up: the paper's pooling as the authors' Caffe ran it. */
    public static MaxPooling standard() {
      return new MaxPooling(2, 2, Rounding.CEIL);
    }

    @Override
    public FeatureShape output(FeatureShape input) {
      return new FeatureShape(
          rounding.positions(input.height(), window, stride),
          rounding.positions(input.width(), window, stride),
          input.channels());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** {@code fc-N}: every unit sees the whole feature map, then ReLU unless it is the last layer. */
  record FullyConnected(int units) implements LayerSpec {
    public FullyConnected {
      checkArgument(units > 0, "a fully-connected layer has at least 1 unit, not %s", units);
    }

    @Override
    public FeatureShape output(FeatureShape input) {
      return new FeatureShape(1, 1, units);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** {@code dropR}: in training, a value is dropped with probability {@code rate}. */
  record Dropout(double rate) implements LayerSpec {
    public Dropout {
      checkArgument(rate > 0 && rate < 1, "a dropout rate is between 0 and 1, not %s", rate);
    }

    @Override
    public FeatureShape output(FeatureShape input) {
      return input;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }
}
