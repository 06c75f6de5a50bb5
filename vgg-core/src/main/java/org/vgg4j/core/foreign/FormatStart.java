package org.vgg4j.core.foreign;

import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.util.Map;
import org.vgg4j.core.Problem;

/** What the first bytes of a file tell, each byte as one character. */
final class FormatStart {
  private static final ImmutableMap<String, FileFormat> MARKS =
      ImmutableMap.of(
          "\u0089HDF\r\n\u001a\n", FileFormat.KERAS,
          "\u0093NUMPY", FileFormat.NUMPY,
          "\u0080", FileFormat.TORCH, // a pickle
          "\n", FileFormat.CAFFE, // protobuf: the network's name
          "\u0012", FileFormat.CAFFE, // its first old layer
          "\u00a2\u0006", FileFormat.CAFFE); // its first new layer

  private static final ImmutableMap<String, String> OTHERS =
      ImmutableMap.of(
          "MATLAB", "a file of MATLAB, which can't be read: take the authors' caffemodel",
          "<", "a web page: the download was not the file",
          "version https://git-lfs", "a pointer of Git LFS: fetch the file itself",
          "#", "a text");

  /** safetensors: a length of 8 bytes, of which the upper are 0, then an object. */
  private static final String SAFETENSORS = "\0\0\0\0{";

  private static final int UPPER_LENGTH = 4;

  private FormatStart() {}

  static FileFormat of(String start, Path file) {
    if (start.startsWith(SAFETENSORS, UPPER_LENGTH)) {
      return FileFormat.SAFETENSORS;
    }
    String text = start.stripLeading();
    if (text.startsWith("{") || text.startsWith("[")) {
      return text.contains("\"weightsManifest\"") || text.contains("\"modelTopology\"")
          ? FileFormat.TENSORFLOWJS
          : FileFormat.JSON;
    }
    return MARKS.entrySet().stream()
        .filter(mark -> start.startsWith(mark.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(() -> unknown(start, file));
  }

  private static Problem unknown(String start, Path file) {
    String what =
        OTHERS.entrySet().stream()
            .filter(other -> start.startsWith(other.getKey()))
            .map(other -> "is " + other.getValue())
            .findFirst()
            .orElse(start.isEmpty() ? "is empty" : "is in no known format");
    return Problem.data(
        file.toString(),
        what,
        "give a caffemodel, Keras HDF5, PyTorch, safetensors, NumPy, TensorFlow.js or JSON file");
  }
}
