package org.vgg4j.core.foreign;

import static com.google.common.base.Preconditions.checkArgument;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.io.InputStream;
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

  private final FileFaults faults;
  private final TorchContent content;
  private final ImmutableMap<String, TorchTensor> named;
  private final ImmutableList<ForeignTensor> tensors;

  private TorchFile(FileFaults faults, TorchContent content) {
    this.faults = faults;
    this.content = content;
    this.named = StateDict.tensors(content.root());
    this.named.values().forEach(content::position);
    this.tensors =
        named.entrySet().stream()
            .map(entry -> new ForeignTensor(entry.getKey(), entry.getValue().layout().shape()))
            .collect(ImmutableList.toImmutableList());
  }

  /**
   * Opens a file.
   *
   * @throws Problem if it can't be read, is damaged, or names anything but tensors and plain
   *     containers
   */
  static TorchFile open(Path path) {
    FileFaults faults = new FileFaults(path, "PyTorch");
    try {
      return new TorchFile(faults, content(path));
    } catch (IOException e) {
      throw faults.unreadable(e);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw faults.damaged(e);
    }
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
    return tensors;
  }

  @Override
  public float[] floats(String name) {
    TorchTensor tensor = named.get(name);
    if (tensor == null) {
      throw faults.lacks(name, tensors);
    }
    ElementStream elements = new ElementStream(tensor.storage().type(), content.order());
    try (FileChannel channel = FileChannel.open(faults.path()).position(content.position(tensor));
        InputStream stream = Channels.newInputStream(channel)) {
      int span = Math.toIntExact(tensor.layout().span());
      return tensor.layout().arrange(elements.read(stream, span));
    } catch (IOException e) {
      throw faults.unreadable(e);
    }
  }

  @Override
  public void close() {}
}
