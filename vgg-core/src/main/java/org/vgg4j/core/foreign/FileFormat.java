package org.vgg4j.core.foreign;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.common.base.Ascii;
import com.google.common.io.MoreFiles;
import com.google.errorprone.annotations.Immutable;
import com.google.errorprone.annotations.MustBeClosed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.vgg4j.core.Problem;
import org.vgg4j.core.Spelling;

/** The formats of other programs' files, told from what is in a file, whatever its name. */
public enum FileFormat {
  CAFFE(CaffeModel::open, Optional.of("caffe")),
  KERAS(KerasFile::open, Optional.of("keras")),
  TORCH(TorchFile::open, Optional.of("torchvision")),
  SAFETENSORS(SafetensorsFile::open, Optional.empty()),
  NUMPY(NumpyArchive::open, Optional.empty()),
  TENSORFLOWJS(TensorFlowJsModel::open, Optional.of("tensorflow")),
  JSON(JsonTensors::open, Optional.empty());

  private static final int START = 1 << 16;

  /** Opens a file of one format. */
  @Immutable
  private interface Opening {
    ForeignFile open(Path file);
  }

  private final Opening opening;
  private final Optional<String> convention;

  FileFormat(Opening opening, Optional<String> convention) {
    this.opening = opening;
    this.convention = convention;
  }

  /**
   * Opens a file.
   *
   * @throws Problem if it can't be read or is damaged
   */
  @MustBeClosed
  public ForeignFile open(Path file) {
    return opening.open(file);
  }

  /** The convention of nearly all files of this format; empty where anything goes. */
  public Optional<Convention> convention() {
    return convention.map(Convention::parse);
  }

  /**
   * The format of that name.
   *
   * @throws Problem if there is none
   */
  public static FileFormat named(String name) {
    return Arrays.stream(values())
        .filter(format -> format.toString().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.configuration(
                    "--format " + name,
                    "there is no such format",
                    Spelling.suggestion(
                        name, Arrays.stream(values()).map(FileFormat::toString).toList())));
  }

  /**
   * Finds out the format of a file.
   *
   * @throws Problem if it can't be read or is none of these
   */
  public static FileFormat of(Path file) {
    try {
      byte[] bytes = MoreFiles.asByteSource(file).slice(0, START).read();
      String start = new String(bytes, ISO_8859_1);
      return start.startsWith("PK\3\4") ? zipped(file) : FormatStart.of(start, file);
    } catch (IOException e) {
      throw Problem.data(
              file.toString(), "can't be read (" + e.getMessage() + ")", "check the path")
          .causedBy(e);
    }
  }

  private static FileFormat zipped(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.stream().anyMatch(entry -> entry.getName().endsWith(".npy")) ? NUMPY : TORCH;
    }
  }

  @Override
  public String toString() {
    return Ascii.toLowerCase(name());
  }
}
