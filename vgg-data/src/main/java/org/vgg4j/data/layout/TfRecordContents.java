package org.vgg4j.data.layout;

import com.google.common.primitives.ImmutableIntArray;
import com.google.common.primitives.ImmutableLongArray;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.Map;
import java.util.NavigableMap;
import org.vgg4j.data.source.Stamp;

/**
 * The images in TFRecord files.
 *
 * @param files by the number of their first image
 * @param starts where the data of the records begin in their files
 * @param bytes of the records' data
 * @param imageOffsets where in the data the images begin
 * @param imageBytes of the images
 */
record TfRecordContents(
    NavigableMap<Integer, TfRecordFile> files,
    ImmutableLongArray starts,
    ImmutableIntArray bytes,
    ImmutableIntArray imageOffsets,
    ImmutableIntArray imageBytes)
    implements ShardContents {

  /** Reads the whole record, as the checksum is that of all its data. */
  @Override
  public byte[] read(int index) throws IOException {
    ByteBuffer data = file(index).data(number(index), starts.get(index), bytes.get(index));
    byte[] image = new byte[imageBytes.get(index)];
    data.get(imageOffsets.get(index), image);
    return image;
  }

  @Override
  public String place(int index) {
    return file(index).place(number(index));
  }

  @Override
  public String record(int index) {
    return file(index).path().getFileName() + ":" + number(index);
  }

  @Override
  public Stamp stamp(int index) throws IOException {
    return new Stamp(
        imageBytes.get(index), Files.getLastModifiedTime(file(index).path()).toMillis());
  }

  @Override
  public void close() {
    // Files are open only while they are read.
  }

  private Map.Entry<Integer, TfRecordFile> entry(int index) {
    return files.headMap(index, /* inclusive= */ true).lastEntry();
  }

  private TfRecordFile file(int index) {
    return entry(index).getValue();
  }

  /** The number of an image in its file, from 0. */
  private int number(int index) {
    return index - entry(index).getKey();
  }
}
