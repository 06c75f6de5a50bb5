package org.vgg4j.core.spec;

import org.vgg4j.core.spec.LayerSpec.BatchNormalization;
import org.vgg4j.core.spec.LayerSpec.Convolution;
import org.vgg4j.core.spec.LayerSpec.Dropout;
import org.vgg4j.core.spec.LayerSpec.FullyConnected;
import org.vgg4j.core.spec.LayerSpec.LocalResponseNormalization;
import org.vgg4j.core.spec.LayerSpec.MaxPooling;

/**
 * Gives the layers of one network their official names, in order. Convolutions are numbered within
 * blocks that end at a pooling layer; fully-connected layers go on counting where the blocks end,
 * which makes the first one of the paper's networks fc6.
 */
final class LayerNames implements LayerSpec.Visitor<String> {
  private int block = 1;
  private int convolution;
  private int fullyConnected;
  private String number = "0";

  @Override
  public String visit(Convolution layer) {
    convolution++;
    number = block + "_" + convolution;
    return "conv" + number;
  }

  @Override
  public String visit(FullyConnected layer) {
    fullyConnected++;
    int blocks = convolution > 0 ? block : block - 1;
    number = Integer.toString(blocks + fullyConnected);
    return "fc" + number;
  }

  @Override
  public String visit(MaxPooling layer) {
    String name = "pool" + block;
    block++;
    convolution = 0;
    return name;
  }

  @Override
  public String visit(BatchNormalization layer) {
    return (fullyConnected > 0 ? "fc" : "conv") + number;
  }

  @Override
  public String visit(LocalResponseNormalization layer) {
    return "norm" + number;
  }

  @Override
  public String visit(Dropout layer) {
    return "drop" + number;
  }
}
