package org.vgg4j.data.layout;

import com.google.common.base.Strings;
import com.google.common.primitives.Ints;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vgg4j.data.source.Split;

/**
 * What the name of a shard tells, such as {@code train-00003-of-01024}.
 *
 * @param split whose images it holds
 * @param before what precedes its number
 * @param digits its number; empty where it has none
 * @param after what follows its number
 * @param count how many shards there are, where the name tells
 */
record ShardName(Split split, String before, String digits, String after, OptionalInt count) {
  private static final String SPLIT = "(?:.*[-_.])?(?<split>train|val|valid|validation)";

  /**
   * {@code train-00000-of-01024} as by TF-slim, {@code x-train.tfrecord-00000-of-01024} by TFDS.
   */
  static final Pattern TFRECORD =
      Pattern.compile(
          SPLIT
              + "(?:(?:\\.tfrecords?)?-(?<number>\\d{1,9})-of-(?<count>\\d{1,9})(?:\\.tfrecords?)?"
              + "|\\.tfrecords?)");

  /** {@code train-000000.tar} or {@code imagenet1k-train-0000.tar}. */
  static final Pattern WEBDATASET = Pattern.compile(SPLIT + "-(?<number>\\d{1,9})(?<count>)\\.tar");

  /** What a file name tells; empty for the name of something else. */
  static Optional<ShardName> parse(String file, Pattern pattern) {
    Matcher matcher = pattern.matcher(file);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Split split = "train".equals(matcher.group("split")) ? Split.TRAIN : Split.VAL;
    boolean numbered = matcher.group("number") != null;
    int start = numbered ? matcher.start("number") : file.length();
    int end = numbered ? matcher.end("number") : file.length();
    return Optional.of(
        new ShardName(
            split,
            file.substring(0, start),
            file.substring(start, end),
            file.substring(end),
            number(matcher.group("count"))));
  }

  private static OptionalInt number(@Nullable String digits) {
    @Nullable Integer number = digits == null ? null : Ints.tryParse(digits);
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /** Its number among the shards. */
  int number() {
    return digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }

  /** The name of the file. */
  String file() {
    return before + digits + after;
  }

  /** What the shard of another number is called, in as many digits. */
  String sibling(int number) {
    return before + Strings.padStart(Integer.toString(number), digits.length(), '0') + after;
  }

  /** Equal for shards that belong together. */
  String set() {
    return before + "*" + after;
  }
}
