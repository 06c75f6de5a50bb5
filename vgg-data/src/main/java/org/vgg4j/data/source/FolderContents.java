package org.vgg4j.data.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.IntFunction;

/** A file per image. */
final class FolderContents implements Contents {
  private final IntFunction<Path> files;

  FolderContents(IntFunction<Path> files) {
    this.files = files;
  }

  @Override
  public byte[] read(int index) throws IOException {
    return Files.readAllBytes(files.apply(index));
  }

  @Override
  public String place(int index) {
    return files.apply(index).toString();
  }

  @Override
  public Stamp stamp(int index) throws IOException {
    BasicFileAttributes attributes =
        Files.readAttributes(files.apply(index), BasicFileAttributes.class);
    return new Stamp(attributes.size(), attributes.lastModifiedTime().toMillis());
  }

  @Override
  public void close() {
    // Files are open only while they are read.
  }
}
