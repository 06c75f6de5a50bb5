package org.vgg4j.data.source;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import java.util.Arrays;

/** Size, time and SHA-256 of every image's bytes, 48 bytes an image. */
final class ContentDigests {
  private static final int DIGEST = 32;
  private static final long UNKNOWN = -1;

  private final long[] bytes;
  private final long[] modified;
  private final byte[] digests;

  ContentDigests(int size) {
    bytes = new long[size];
    Arrays.fill(bytes, UNKNOWN);
    modified = new long[size];
    digests = new byte[Math.multiplyExact(size, DIGEST)];
  }

  /** Notes what was read. */
  void put(int index, Stamp stamp, byte[] content) {
    put(index, stamp, Hashing.sha256().hashBytes(content));
  }

  /** Notes what was known already. */
  void put(int index, Stamp stamp, HashCode sha256) {
    bytes[index] = stamp.bytes();
    modified[index] = stamp.modified();
    sha256.writeBytesTo(digests, index * DIGEST, DIGEST);
  }

  /** Whether something is known of that image, and of its bytes as they are. */
  boolean knows(int index, Stamp stamp) {
    return modified[index] == stamp.modified() && bytes[index] == stamp.bytes();
  }

  private HashCode sha256(int index) {
    return HashCode.fromBytes(Arrays.copyOfRange(digests, index * DIGEST, (index + 1) * DIGEST));
  }

  /** The line of an image in a manifest. */
  String line(LabelledFiles files, int index) {
    return files.id(index) + '\t' + files.label(index) + '\t' + bytes[index] + '\t' + sha256(index);
  }

  /** That line with the time, which matters to a cache and never to a hash. */
  String timedLine(LabelledFiles files, int index) {
    return line(files, index) + '\t' + modified[index];
  }
}
