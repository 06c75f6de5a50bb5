package org.vgg4j.data.layout;

import com.google.common.primitives.ImmutableIntArray;
import com.google.common.primitives.ImmutableLongArray;
import java.nio.file.Path;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Collects where the images in TFRecord files are. */
final class TfRecords implements ShardReader {
  private final NavigableMap<Integer, TfRecordFile> files = new TreeMap<>();
  private final ImmutableLongArray.Builder starts = ImmutableLongArray.builder();
  private final ImmutableIntArray.Builder bytes = ImmutableIntArray.builder();
  private final ImmutableIntArray.Builder imageOffsets = ImmutableIntArray.builder();
  private final ImmutableIntArray.Builder imageBytes = ImmutableIntArray.builder();
  private int size;

  @Override
  public void add(Path shard, Consumer<Sample> samples) {
    TfRecordFile file = new TfRecordFile(shard);
    files.put(size, file);
    file.visit(
        (start, length, fields) -> {
          samples.accept(fields.sample());
          starts.add(start);
          bytes.add(length);
          imageOffsets.add(fields.imageOffset());
          imageBytes.add(fields.imageBytes());
          size++;
        });
  }

  @Override
  public ShardContents contents() {
    return new TfRecordContents(
        files,
        starts.build().trimmed(),
        bytes.build().trimmed(),
        imageOffsets.build().trimmed(),
        imageBytes.build().trimmed());
  }
}
