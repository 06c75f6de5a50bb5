package org.vgg4j.data.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.vgg4j.core.Problem;

/** A file per image. */
final class FolderContents implements Contents {
  private final IntFunction<String> ids;
  private final Function<String, Path> fileOfId;

  FolderContents(IntFunction<String> ids, Function<String, Path> fileOfId) {
    this.ids = ids;
    this.fileOfId = fileOfId;
  }

  @Override
  public byte[] read(int index) throws IOException {
    return Files.readAllBytes(file(index));
  }

  @Override
  public String place(int index) {
    return file(index).toString();
  }

  @Override
  public Stamp stamp(int index) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file(index), BasicFileAttributes.class);
    return new Stamp(attributes.size(), attributes.lastModifiedTime().toMillis());
  }

  /** In the POSIX locale Java can list names that are not ASCII, but not open them. */
  private Path file(int index) {
    String id = ids.apply(index);
    try {
      return fileOfId.apply(id);
    } catch (InvalidPathException e) {
      throw Problem.data(
              id, "has a name that this locale can't write", "set LC_ALL=C.UTF-8 and run again")
          .causedBy(e);
    }
  }

  @Override
  public void close() {
    // Files are open only while they are read.
  }
}
