package org.vgg4j.data.source;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vgg4j.core.AtomicFile;
import org.vgg4j.core.Problem;

/** The images of a split that can't be decoded. */
public final class BadImages {
  /** Raised by whoever changes which files can be decoded, so that old notes are not believed. */
  private static final int DECODER = 2;

  private final ImageDataset dataset;
  private final BitSet bad;

  private BadImages(ImageDataset dataset, BitSet bad) {
    this.dataset = dataset;
    this.bad = bad;
  }

  /** Decodes every image. */
  public static BadImages of(ImageDataset dataset, int threads) {
    BitSet bad = new BitSet();
    ParallelRange.forEach(
        dataset.size(),
        threads,
        i -> {
          if (isBad(dataset, i)) {
            synchronized (bad) {
              bad.set(i);
            }
          }
        });
    return new BadImages(dataset, bad);
  }

  /**
   * Decodes every image, unless that was done before with the same content.
   *
   * @param cacheFolder where to note it
   */
  public static BadImages of(ImageDataset dataset, int threads, Path cacheFolder) {
    Path file = cacheFolder.resolve("bad-" + DECODER + "-" + dataset.manifest().hash() + ".txt");
    Optional<BadImages> known = noted(dataset, file);
    if (known.isPresent()) {
      return known.get();
    }
    BadImages found = of(dataset, threads);
    AtomicFile.write(file, found.bad.stream().mapToObj(i -> i + "\n").collect(joining()));
    return found;
  }

  private static Optional<BadImages> noted(ImageDataset dataset, Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      BitSet bad = new BitSet();
      Files.readAllLines(file).forEach(line -> bad.set(Integer.parseInt(line)));
      return Optional.of(new BadImages(dataset, bad));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty(); // a note that can't be read is made again
    }
  }

  private static boolean isBad(ImageDataset dataset, int index) {
    try {
      dataset.image(index).decoded();
      return false;
    } catch (Problem e) {
      return true;
    }
  }

  /** Their ids. */
  public ImmutableList<String> ids() {
    return bad.stream().mapToObj(dataset::id).collect(toImmutableList());
  }

  /** The split without them. */
  public ImageDataset others() {
    IntStream others = IntStream.range(0, dataset.size()).filter(i -> !bad.get(i));
    return bad.isEmpty() ? dataset : new SomeImages(dataset, ImmutableIntArray.copyOf(others));
  }
}
