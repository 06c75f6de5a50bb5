package org.vgg4j.core.foreign;

import com.google.common.collect.ImmutableMap;
import com.google.common.io.MoreFiles;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A {@code .npy} file: one array, named as the file. */
final class SingleNumpyArray implements NumpySource {
  private final Path path;
  private final ImmutableMap<String, Long> sizes;

  SingleNumpyArray(Path path) throws IOException {
    this.path = path;
    this.sizes = ImmutableMap.of(MoreFiles.getNameWithoutExtension(path), Files.size(path));
  }

  @Override
  public ImmutableMap<String, Long> sizes() {
    return sizes;
  }

  @Override
  public <T> T read(String name, Content<T> content) throws IOException {
    try (InputStream stream = new BufferedInputStream(Files.newInputStream(path))) {
      return content.of(stream);
    }
  }
}
