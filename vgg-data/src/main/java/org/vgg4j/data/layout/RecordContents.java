package org.vgg4j.data.layout;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.vgg4j.data.source.Contents;
import org.vgg4j.data.source.Stamp;

/** The records of some files, one file after another; a record is an image. */
final class RecordContents implements Contents {
  private final ImmutableList<RecordFile> files;

  RecordContents(List<RecordFile> files) {
    this.files = ImmutableList.copyOf(files);
  }

  /** Number of records in all files. */
  int size() {
    return files.stream().mapToInt(RecordFile::size).sum();
  }

  @Override
  public byte[] read(int index) {
    Position position = position(index);
    return position.file().record(position.record());
  }

  /** One byte of a record as 0..255. */
  int value(int index, int offset) {
    Position position = position(index);
    return position.file().value(position.record(), offset);
  }

  @Override
  public String place(int index) {
    Position position = position(index);
    return position.file().path() + ": record " + position.record();
  }

  @Override
  public Stamp stamp(int index) throws IOException {
    RecordFile file = position(index).file();
    return new Stamp(file.recordBytes(), Files.getLastModifiedTime(file.path()).toMillis());
  }

  @Override
  public void close() {
    // Mapped memory goes with the object; a file descriptor is held no longer than while mapping.
  }

  private record Position(RecordFile file, int record) {}

  private Position position(int index) {
    int record = index;
    for (RecordFile file : files) {
      if (record < file.size()) {
        return new Position(file, record);
      }
      record -= file.size();
    }
    throw new IndexOutOfBoundsException(index + " of " + size() + " records");
  }
}
