package org.vgg4j.core.foreign;

import static com.google.common.base.Preconditions.checkArgument;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
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

  private final FileFaults faults;
  private final NumpySource source;
  private final ImmutableMap<String, NumpyHeader> headers;
  private final ImmutableList<ForeignTensor> tensors;

  private NumpyArchive(FileFaults faults, NumpySource source) throws IOException {
    this.faults = faults;
    this.source = source;
    this.headers = headers(source);
    checkArgument(!headers.isEmpty(), "it has no arrays of numbers");
    this.tensors =
        headers.entrySet().stream()
            .map(header -> new ForeignTensor(header.getKey(), header.getValue().shape()))
            .collect(ImmutableList.toImmutableList());
  }

  /**
   * Opens a file.
   *
   * @throws Problem if it can't be read or is not a sound NumPy file
   */
  static NumpyArchive open(Path path) {
    FileFaults faults = new FileFaults(path, "NumPy");
    try {
      return new NumpyArchive(faults, source(path));
    } catch (IOException e) {
      throw faults.unreadable(e);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw faults.damaged(e);
    }
  }

  private static NumpySource source(Path path) throws IOException {
    byte[] start = MoreFiles.asByteSource(path).slice(0, ZIP.length()).read();
    boolean isZip = new String(start, ISO_8859_1).equals(ZIP);
    return isZip ? new ZippedNumpyArrays(path) : new SingleNumpyArray(path);
  }

  private static ImmutableMap<String, NumpyHeader> headers(NumpySource source) throws IOException {
    ImmutableMap.Builder<String, NumpyHeader> headers = ImmutableMap.builder();
    for (Map.Entry<String, Long> array : source.sizes().entrySet()) {
      NumpyHeader header = source.read(array.getKey(), NumpyHeader::read);
      if (header.elements().isPresent()) {
        checkSize(array.getKey(), header, array.getValue());
        headers.put(array.getKey(), header);
      }
    }
    return headers.buildOrThrow();
  }

  private static void checkSize(String name, NumpyHeader header, long size) {
    checkArgument(
        header.bytes() == size,
        "array %s of type %s and shape %s needs %s bytes and has %s",
        FileFaults.printable(name),
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
    return tensors;
  }

  @Override
  public float[] floats(String name) {
    NumpyHeader header = headers.get(name);
    if (header == null) {
      throw faults.lacks(name, tensors);
    }
    try {
      return source.read(name, stream -> values(header, stream));
    } catch (IOException e) {
      throw faults.unreadable(e);
    }
  }

  private static float[] values(NumpyHeader header, InputStream stream) throws IOException {
    stream.skipNBytes(header.length());
    MemoryLayout layout = header.layout();
    return layout.arrange(header.elements().orElseThrow().read(stream, layout.elements()));
  }

  @Override
  public void close() {}
}
