package org.vgg4j.core.foreign;

import static com.google.common.base.Preconditions.checkArgument;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.common.collect.ImmutableList;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.vgg4j.core.Problem;

/**
 * A file of {@code torch.save}, in the zip format or the one before: a state dict, or a checkpoint
 * that has one. Names and layouts are PyTorch's: kernels {@code (out, in, height, width)}. Nothing
 * in the file is run.
 */
final class TorchFile implements ForeignFile {
  private static final int TAR_MAGIC = 257;

  private final Reading reading;
  private final ByteOrder order;
  private final TensorDirectory<TorchPlace> directory = new TensorDirectory<>();

  private TorchFile(Reading reading, TorchContent content) {
    this.reading = reading;
    this.order = content.order();
    StateDict.tensors(content.root())
        .forEach(
            (name, view) ->
                directory.add(
                    new TorchPlace(
                        new ForeignTensor(name, view.layout().shape()),
                        view,
                        content.position(view))));
  }

  /**
   * Opens a file.
   *
   * @throws Problem if it can't be read, is damaged, or names anything but tensors and plain
   *     containers
   */
  static TorchFile open(Path path) {
    Reading reading = new Reading(path, "PyTorch");
    return reading.of(() -> new TorchFile(reading, content(path)));
  }

  private static TorchContent content(Path path) throws IOException {
    String start = new String(MoreFiles.asByteSource(path).slice(0, 512).read(), ISO_8859_1);
    checkArgument(
        !start.startsWith("ustar", TAR_MAGIC),
        "it is a tar archive of PyTorch 0.1, which is read no more");
    try (FileChannel channel = FileChannel.open(path)) {
      return start.startsWith("PK") ? TorchArchive.read(channel) : TorchStream.read(channel);
    }
  }

  @Override
  public String format() {
    return "PyTorch";
  }

  @Override
  public ImmutableList<ForeignTensor> tensors() {
    return directory.tensors();
  }

  @Override
  public float[] floats(String name) {
    TorchPlace place = directory.place(reading.path(), name);
    return reading.of(() -> values(place));
  }

  private float[] values(TorchPlace place) throws IOException {
    TorchTensor view = place.view();
    ElementStream elements = new ElementStream(view.storage().type(), order);
    try (FileChannel channel = FileChannel.open(reading.path()).position(place.position());
        InputStream stream = Channels.newInputStream(channel)) {
      float[] span = elements.read(stream, Math.toIntExact(view.layout().span()));
      return view.layout().arrange(span);
    }
  }

  @Override
  public void close() {}
}
