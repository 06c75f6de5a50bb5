package org.vgg4j.data.source;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.Problem;
import org.vgg4j.data.image.ImageCodec;
import org.vgg4j.data.image.StoredImage;

/** The images of a split that lie in files. */
public final class FileImages implements ImageDataset, AutoCloseable {
  private final LabelledFiles files;
  private final ImageCodec codec;
  private final ManifestCache cache;
  private final int threads;
  private @Nullable DatasetManifest manifest;

  /**
   * Images of {@code files}, which it closes.
   *
   * @param codec how image files are read; must stay open
   * @param cache where digests are kept from one run to the next
   * @param threads how many files to read at once for a manifest
   */
  public FileImages(LabelledFiles files, ImageCodec codec, ManifestCache cache, int threads) {
    this.files = files;
    this.codec = files.codec().orElse(codec);
    this.cache = cache;
    this.threads = threads;
  }

  @Override
  public String name() {
    return files.name();
  }

  @Override
  public int size() {
    return files.size();
  }

  @Override
  public List<String> classes() {
    return files.classes();
  }

  @Override
  public int label(int index) {
    return files.label(index);
  }

  @Override
  public String id(int index) {
    return files.id(index);
  }

  @Override
  public StoredImage image(int index) {
    return codec.open(files.contents().place(index), content(index));
  }

  @Override
  public Optional<byte[]> file(int index) {
    return files.codec().isPresent() ? Optional.empty() : Optional.of(content(index));
  }

  private byte[] content(int index) {
    return read(index, files.contents()::read);
  }

  @Override
  public synchronized DatasetManifest manifest(IntConsumer progress) {
    if (manifest == null) {
      manifest = read(progress);
    }
    return manifest;
  }

  private DatasetManifest read(IntConsumer progress) {
    ContentDigests digests = cache.load(files);
    ParallelRange.forEach(
        size(),
        threads,
        i -> {
          Stamp stamp = read(i, files.contents()::stamp);
          if (!digests.knows(i, stamp)) {
            digests.put(i, stamp, content(i));
          }
          progress.accept(1);
        });
    cache.save(files, digests);
    return DatasetManifest.ofLines(size(), i -> digests.line(files, i));
  }

  private interface Reading<T> {
    T of(int index) throws IOException;
  }

  private <T> T read(int index, Reading<T> reading) {
    try {
      return reading.of(index);
    } catch (IOException e) {
      throw Problem.data(
              files.contents().place(index),
              "can't be read (" + e + ")",
              "check that it exists and is readable")
          .causedBy(e);
    }
  }

  @Override
  public void close() {
    files.contents().close();
  }
}
