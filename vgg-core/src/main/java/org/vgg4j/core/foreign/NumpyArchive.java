package org.vgg4j.core.foreign;

import static com.google.common.base.Preconditions.checkArgument;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.common.collect.ImmutableList;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import org.vgg4j.core.Problem;

/**
 * Arrays of NumPy, one ({@code .npy}) or many ({@code .npz}). Arrays of anything but numbers, such
 * as class names, are left out.
 */
final class NumpyArchive implements ForeignFile {
  private static final String ZIP = "PK";

  private final Reading reading;
  private final NumpySource source;
  private final TensorDirectory<NumpyPlace> directory = new TensorDirectory<>();

  private NumpyArchive(Reading reading, NumpySource source) throws IOException {
    this.reading = reading;
    this.source = source;
    for (Map.Entry<String, Long> array : source.sizes().entrySet()) {
      add(array.getKey(), array.getValue());
    }
    checkArgument(!directory.isEmpty(), "it has no arrays of numbers");
  }

  /**
   * Opens a file.
   *
   * @throws Problem if it can't be read or is not a sound NumPy file
   */
  static NumpyArchive open(Path path) {
    Reading reading = new Reading(path, "NumPy");
    return reading.of(() -> new NumpyArchive(reading, source(path)));
  }

  private static NumpySource source(Path path) throws IOException {
    byte[] start = MoreFiles.asByteSource(path).slice(0, ZIP.length()).read();
    boolean isZip = new String(start, ISO_8859_1).equals(ZIP);
    return isZip ? new ZippedNumpyArrays(path) : new SingleNumpyArray(path);
  }

  private void add(String name, long size) throws IOException {
    NumpyHeader header = source.read(name, NumpyHeader::read);
    if (header.elements().isPresent()) {
      checkSize(name, header, size);
      directory.add(new NumpyPlace(new ForeignTensor(name, header.shape()), header));
    }
  }

  private static void checkSize(String name, NumpyHeader header, long size) {
    checkArgument(
        header.bytes() == size,
        "array %s of type %s and shape %s needs %s bytes and has %s",
        name,
        header.type(),
        header.shape(),
        header.bytes(),
        size);
  }

  @Override
  public String format() {
    return "NumPy";
  }

  @Override
  public ImmutableList<ForeignTensor> tensors() {
    return directory.tensors();
  }

  @Override
  public float[] floats(String name) {
    NumpyHeader header = directory.place(reading.path(), name).header();
    return reading.of(() -> source.read(name, stream -> values(header, stream)));
  }

  private static float[] values(NumpyHeader header, InputStream stream) throws IOException {
    stream.skipNBytes(header.length());
    MemoryLayout layout = header.layout();
    return layout.arrange(header.elements().orElseThrow().read(stream, layout.elements()));
  }

  @Override
  public void close() {}
}
