package org.vgg4j.core.spec;

import com.google.common.collect.Iterables;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.vgg4j.core.spec.LayerSpec.BatchNormalization;
import org.vgg4j.core.spec.LayerSpec.Convolution;
import org.vgg4j.core.spec.LayerSpec.Dropout;
import org.vgg4j.core.spec.LayerSpec.FullyConnected;
import org.vgg4j.core.spec.LayerSpec.LocalResponseNormalization;
import org.vgg4j.core.spec.LayerSpec.MaxPooling;

/** Spells layers in canonical form: single blanks, equal convolutions folded, {@code |}. */
final class NotationPrinter implements LayerSpec.Visitor<String> {

  String print(List<LayerSpec> layers) {
    List<String> words = new ArrayList<>();
    List<LayerSpec> hidden = layers.subList(0, layers.size() - 1);
    for (int i = 0; i < hidden.size(); ) {
      int run = run(hidden, i);
      words.add(hidden.get(i).accept(this) + (run > 1 ? " x" + run : ""));
      i += run;
    }
    words.add(LayerParser.CLASSES);
    return String.join(" ", words);
  }

  /** How many equal convolutions begin here; every other layer stands alone. */
  private static int run(List<LayerSpec> layers, int start) {
    List<LayerSpec> rest = layers.subList(start, layers.size());
    int other = Iterables.indexOf(rest, layer -> !layer.equals(rest.get(0)));
    int equal = other < 0 ? rest.size() : other;
    return rest.get(0) instanceof Convolution ? Math.min(equal, LayerListParser.MOST_REPEATS) : 1;
  }

  @Override
  public String visit(Convolution layer) {
    String stride = layer.stride() == 1 ? "" : "/" + layer.stride();
    String padding = layer.padding() == Padding.VALID ? "-valid" : "";
    return "conv" + layer.kernel() + stride + "-" + layer.channels() + padding;
  }

  @Override
  public String visit(LocalResponseNormalization layer) {
    return layer.equals(LocalResponseNormalization.krizhevsky())
        ? "lrn"
        : "lrn(size=%s,k=%s,alpha=%s,beta=%s)"
            .formatted(
                layer.size(), decimal(layer.k()), decimal(layer.alpha()), decimal(layer.beta()));
  }

  @Override
  public String visit(BatchNormalization layer) {
    return layer.equals(BatchNormalization.standard())
        ? "bn"
        : "bn(epsilon=" + decimal(layer.epsilon()) + ")";
  }

  @Override
  public String visit(MaxPooling layer) {
    String rounding = layer.rounding() == Rounding.FLOOR ? "-floor" : "";
    return layer.equals(MaxPooling.standard())
        ? "|"
        : "pool" + layer.window() + "/" + layer.stride() + rounding;
  }

  @Override
  public String visit(FullyConnected layer) {
    return "fc-" + layer.units();
  }

  @Override
  public String visit(Dropout layer) {
    return "drop" + decimal(layer.rate());
  }

  /** The shortest decimal that reads back as the same double, without an exponent. */
  static String decimal(double value) {
    return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }
}
