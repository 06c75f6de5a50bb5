package org.vgg4j.data.source;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import com.google.common.primitives.ImmutableLongArray;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/** Images that are parts of larger files; where they are takes 16 bytes for each. */
public final class PartContents implements Contents {
  private final ImmutableList<Path> files;
  private final ImmutableIntArray fileOf;
  private final ImmutableLongArray offsets;
  private final ImmutableIntArray lengths;
  private final IntFunction<String> names;

  private PartContents(Builder builder, IntFunction<String> names) {
    this.files = ImmutableList.copyOf(builder.files.keySet());
    this.fileOf = builder.fileOf.build().trimmed();
    this.offsets = builder.offsets.build().trimmed();
    this.lengths = builder.lengths.build().trimmed();
    this.names = names;
  }

  /** Collects parts in the order of their images. */
  public static final class Builder {
    private final Map<Path, Integer> files = new LinkedHashMap<>();
    private final ImmutableIntArray.Builder fileOf = ImmutableIntArray.builder();
    private final ImmutableLongArray.Builder offsets = ImmutableLongArray.builder();
    private final ImmutableIntArray.Builder lengths = ImmutableIntArray.builder();

    /**
     * Adds where the next image is.
     *
     * @throws ArithmeticException if it has 2 GiB or more
     */
    public Builder add(FilePart part) {
      fileOf.add(files.computeIfAbsent(part.file(), file -> files.size()));
      offsets.add(part.offset());
      lengths.add(Math.toIntExact(part.bytes()));
      return this;
    }

    /**
     * What was collected.
     *
     * @param names what the images are called, for messages
     */
    public PartContents build(IntFunction<String> names) {
      return new PartContents(this, names);
    }
  }

  /** Opens the file anew each time: an interrupted thread closes what it reads, for all others. */
  @Override
  public byte[] read(int index) throws IOException {
    ByteBuffer content = ByteBuffer.allocate(lengths.get(index));
    try (FileChannel channel = FileChannel.open(file(index))) {
      while (content.hasRemaining()) {
        if (channel.read(content, offsets.get(index) + content.position()) < 0) {
          throw new EOFException(file(index) + " ends in the middle of it");
        }
      }
    }
    return content.array();
  }

  @Override
  public String place(int index) {
    return file(index) + ": " + names.apply(index);
  }

  @Override
  public Stamp stamp(int index) throws IOException {
    return new Stamp(lengths.get(index), Files.getLastModifiedTime(file(index)).toMillis());
  }

  @Override
  public void close() {
    // Files are open only while they are read.
  }

  /** The file that holds an image among others. */
  public Path file(int index) {
    return files.get(fileOf.get(index));
  }
}
