package org.vgg4j.data.layout;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import com.google.common.primitives.ImmutableIntArray;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.vgg4j.core.Problem;
import org.vgg4j.data.source.LabelledFiles;
import org.vgg4j.data.source.NamePool;
import org.vgg4j.data.source.Split;

/** What the records of a split tell, kept small until the classes are known. */
final class Samples {
  private final NamePool.Builder names = new NamePool.Builder();
  private final ImmutableIntArray.Builder codes = ImmutableIntArray.builder();
  private final Map<String, Integer> classNames = new LinkedHashMap<>();
  private int greatestNumber = -1;

  /** Adds what the next record tells; numbers of classes are kept as they are, names below 0. */
  void add(Sample sample) {
    names.add(sample.name().map(Samples::relative).orElse(""));
    Sample.Label label = sample.label();
    if (label.name().isPresent()) {
      codes.add(~classNames.computeIfAbsent(label.name().get(), name -> classNames.size()));
    } else {
      codes.add(label.number());
      greatestNumber = Math.max(greatestNumber, label.number());
    }
  }

  /** Without the place where it lay on somebody's machine. */
  private static String relative(String name) {
    boolean absolute = name.startsWith("/") || name.startsWith("..") || name.contains(":/");
    return absolute ? name.substring(name.lastIndexOf('/') + 1) : name;
  }

  /** Whether there is no image. */
  boolean isEmpty() {
    return greatestNumber < 0 && classNames.isEmpty();
  }

  /** The names of the classes, sorted by code point; empty if they have numbers. */
  ImmutableList<String> classNames() {
    return classNames.keySet().stream()
        .sorted(SortedFolder.BY_CODE_POINT)
        .collect(toImmutableList());
  }

  /** The greatest number of a class; -1 if there is none. */
  int greatestNumber() {
    return greatestNumber;
  }

  /**
   * Adds the images to a split whose classes are known.
   *
   * @param files knows the classes
   * @param split ids begin with it
   * @throws Problem if a label is that of no class
   */
  void addTo(LabelledFiles.Builder files, Split split, ShardContents contents) {
    ImmutableIntArray labels = labels(files.classes(), contents);
    IntFunction<String> ids = ids(contents);
    for (int i = 0; i < labels.length(); i++) {
      files.add(split + "/" + ids.apply(i), labels.get(i));
    }
  }

  private ImmutableIntArray labels(ImmutableList<String> classes, ShardContents contents) {
    ImmutableIntArray stored = codes.build();
    ImmutableList<String> told = ImmutableList.copyOf(classNames.keySet());
    int[] labelOfName = told.stream().mapToInt(classes::indexOf).toArray();
    ImmutableIntArray.Builder labels = ImmutableIntArray.builder(stored.length());
    for (int i = 0; i < stored.length(); i++) {
      int code = stored.get(i);
      int label = code < 0 ? labelOfName[~code] : code;
      if (label < 0 || label >= classes.size()) {
        String name = code < 0 ? told.get(~code) : Integer.toString(code);
        throw foreign(contents.place(i), name, classes.size());
      }
      labels.add(label);
    }
    return labels.build();
  }

  private static Problem foreign(String record, String label, int classes) {
    return Problem.data(
        record,
        "has the label " + label + ", which is none of the " + classes + " classes",
        "complete the list of class names beside the shards, or delete it");
  }

  /** The names of the images; where some have none, or two the same, their places instead. */
  private IntFunction<String> ids(ShardContents contents) {
    NamePool pool = names.build();
    long[] hashes = IntStream.range(0, pool.size()).mapToLong(i -> hash(pool.name(i))).toArray();
    Arrays.sort(hashes);
    long nameless = hash("");
    boolean unique =
        IntStream.range(0, hashes.length)
            .noneMatch(i -> hashes[i] == nameless || (i > 0 && hashes[i] == hashes[i - 1]));
    return unique ? pool::name : contents::record;
  }

  private static long hash(String name) {
    return Hashing.farmHashFingerprint64().hashString(name, StandardCharsets.UTF_8).asLong();
  }
}
