package org.vgg4j.core.foreign;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Splitter;
import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vgg4j.core.Problem;

/**
 * Published files of weights, recognised by name and proved by the checksums that their publishers
 * give.
 */
public final class KnownFiles {

  /**
   * A published file.
   *
   * @param digits the first hexadecimal digits of the checksum, or all of them
   * @param network the shipped network that it holds
   */
  record KnownFile(
      String name, String algorithm, String digits, String network, String publisher) {}

  private static final List<KnownFile> FILES = shipped();

  private KnownFiles() {}

  private static List<KnownFile> shipped() {
    try {
      return Resources.readLines(
              Resources.getResource(KnownFiles.class, "known-files.txt"), StandardCharsets.UTF_8)
          .stream()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(KnownFiles::parse)
          .collect(toImmutableList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static KnownFile parse(String line) {
    List<String> words = Splitter.on(' ').omitEmptyStrings().limit(5).splitToList(line);
    return new KnownFile(words.get(0), words.get(1), words.get(2), words.get(3), words.get(4));
  }

  /**
   * What is to be said of a file that has a published file's name: that it is that file, or that it
   * is not. Empty for other names.
   */
  public static Optional<String> remark(Path file) {
    String name = String.valueOf(file.getFileName());
    return FILES.stream()
        .filter(known -> known.name().equals(name))
        .findFirst()
        .map(known -> name + remark(known, digits(file, known.algorithm())));
  }

  /** Who published a file, where its checksum proves it; empty for all others. */
  public static Optional<String> publisher(Path file) {
    String name = String.valueOf(file.getFileName());
    return FILES.stream()
        .filter(known -> known.name().equals(name))
        .filter(known -> digits(file, known.algorithm()).startsWith(known.digits()))
        .map(KnownFile::publisher)
        .findFirst();
  }

  private static String remark(KnownFile known, String digits) {
    return digits.startsWith(known.digits())
        ? " is %s's network %s: its %s is the published one"
            .formatted(known.publisher(), known.network(), known.algorithm())
        : " has the name of %s's network %s but another %s than published, %s and not %s: it is damaged or something else"
            .formatted(
                known.publisher(), known.network(), known.algorithm(), digits, known.digits());
  }

  private static String digits(Path file, String algorithm) {
    return hash(file, function(algorithm));
  }

  @SuppressWarnings("deprecation") // MD5 and SHA-1 are what the publishers gave
  private static HashFunction function(String algorithm) {
    return switch (algorithm) {
      case "MD5" -> Hashing.md5();
      case "SHA-1" -> Hashing.sha1();
      case "SHA-256" -> Hashing.sha256();
      default -> throw new IllegalArgumentException(algorithm);
    };
  }

  private static String hash(Path file, HashFunction function) {
    try {
      return MoreFiles.asByteSource(file).hash(function).toString();
    } catch (IOException e) {
      throw Problem.data(
              file.toString(), "can't be read (" + e.getMessage() + ")", "check the path")
          .causedBy(e);
    }
  }
}
