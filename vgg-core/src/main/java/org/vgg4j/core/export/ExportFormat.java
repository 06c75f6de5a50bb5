package org.vgg4j.core.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.vgg4j.core.Problem;
import org.vgg4j.core.Spelling;

/** The formats in which networks go out. */
public enum ExportFormat {
  /** A safetensors file with the names and layout of torchvision's state dictionary. */
  SAFETENSORS_TORCH,
  /** A safetensors file with the names and layout of Keras's variables. */
  SAFETENSORS_KERAS,
  /** TensorFlow's folder for serving: takes pixels, gives scores and posteriors. */
  SAVEDMODEL,
  /** An ONNX file: takes pixels, gives scores and posteriors. */
  ONNX;

  /**
   * The format of that name, such as {@code safetensors-torch}.
   *
   * @throws Problem if there is none
   */
  public static ExportFormat named(String name) {
    List<String> names = Arrays.stream(values()).map(ExportFormat::toString).toList();
    int place = names.indexOf(name.toLowerCase(Locale.ROOT));
    if (place < 0) {
      throw Problem.configuration(
          "format " + name, "is not known", Spelling.suggestion(name, names));
    }
    return values()[place];
  }

  /** The name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether the file holds the whole computation and not the weights alone. */
  boolean holdsComputation() {
    return this == SAVEDMODEL || this == ONNX;
  }
}
