package org.vgg4j.data.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a split consists of, in lines that can be stored and compared. Two splits with equal hashes
 * have the same ids, labels and bytes in the same order.
 */
public final class DatasetManifest {
  private final int size;
  private final IntFunction<String> lines;
  private final String hash;

  private DatasetManifest(int size, IntFunction<String> lines) {
    this.size = size;
    this.lines = lines;
    Hasher hasher = Hashing.sha256().newHasher();
    lines().forEach(line -> hasher.putString(line, UTF_8).putByte((byte) '\n'));
    this.hash = hasher.hash().toString();
  }

  /**
   * A manifest whose lines are made when they are asked for, as millions of them are not kept.
   *
   * @param size number of lines
   * @param lines the same at every call
   */
  static DatasetManifest ofLines(int size, IntFunction<String> lines) {
    return new DatasetManifest(size, lines);
  }

  /** A manifest of these lines. */
  public static DatasetManifest of(List<String> lines) {
    ImmutableList<String> kept = ImmutableList.copyOf(lines);
    return new DatasetManifest(kept.size(), kept::get);
  }

  /**
   * One line per image, {@code id TAB label TAB bytes TAB SHA-256 of the content}; for generated
   * images one line with the parameters.
   */
  public Stream<String> lines() {
    return IntStream.range(0, size).mapToObj(lines);
  }

  /** One of the lines. */
  String line(int index) {
    return lines.apply(index);
  }

  /** The SHA-256 of the lines in UTF-8, each ended by a line feed; 64 hexadecimal digits. */
  public String hash() {
    return hash;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DatasetManifest that && hash.equals(that.hash);
  }

  @Override
  public int hashCode() {
    return hash.hashCode();
  }

  @Override
  public String toString() {
    return hash;
  }
}
