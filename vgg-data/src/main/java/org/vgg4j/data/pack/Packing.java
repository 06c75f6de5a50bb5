package org.vgg4j.data.pack;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.vgg4j.core.AtomicFile;
import org.vgg4j.core.Problem;
import org.vgg4j.data.layout.ClassNames;
import org.vgg4j.data.source.ImageDataset;
import org.vgg4j.data.source.Split;
import org.vgg4j.data.transfer.Progress;

/**
 * Writes a data set as shards. Ids, labels, classes and order stay as they are, and so do image
 * files but those that are to be made smaller. The folder appears when all is written; until then
 * it grows under a hidden name, where a packing that was broken off goes on.
 */
public final class Packing {
  private final Map<Split, ImageDataset> splits;
  private final PackSettings settings;
  private final Path out;

  /**
   * A packing.
   *
   * @param splits of one data set, with the same classes
   * @param out the folder that will hold the shards
   */
  public Packing(Map<Split, ImageDataset> splits, PackSettings settings, Path out) {
    this.splits = splits;
    this.settings = settings;
    this.out = out.toAbsolutePath().normalize(); // "." has no name of its own
  }

  /**
   * Writes what is not written yet.
   *
   * @param progress hears of every split, and of its images in place of bytes
   * @throws Problem if an image can't be read, the disk is full, or the folder holds something else
   */
  public void run(int threads, Progress progress) {
    PackDescription description = describe(progress);
    if (description.isIn(out)) {
      return;
    }
    checkFree();
    description.claim(work());
    splits.forEach(
        (split, dataset) -> {
          PackedFiles files = new PackedFiles(dataset, settings.smallestSide());
          progress.starts("packing " + dataset.name(), dataset.size());
          new SplitPacking(split, files, settings, work()).run(threads, oneByOne(progress));
        });
    finish();
  }

  /** Where the shards are until all are there. */
  private Path work() {
    return out.resolveSibling("." + out.getFileName() + ".part");
  }

  private PackDescription describe(Progress progress) {
    ImmutableMap.Builder<String, String> manifests = ImmutableMap.builder();
    splits.forEach(
        (split, dataset) -> {
          progress.starts("reading " + dataset.name(), dataset.size());
          manifests.put(split.toString(), dataset.manifest(oneByOne(progress)).hash());
        });
    return new PackDescription(
        settings.format(),
        settings.smallestSide().isPresent() ? settings.smallestSide().getAsInt() : null,
        settings.imagesPerShard(),
        settings.decoding().toString().strip(),
        manifests.buildOrThrow());
  }

  private IntConsumer oneByOne(Progress progress) {
    return images -> {
      synchronized (this) {
        progress.moved(images);
      }
    };
  }

  private void checkFree() {
    if (!Files.exists(out)) {
      return;
    }
    try (Stream<Path> entries = Files.list(out)) {
      if (entries.findAny().isPresent()) {
        throw new IOException("it is not empty");
      }
    } catch (IOException e) {
      throw Problem.data(
              out.toString(),
              "can't become a folder of shards (" + e.getMessage() + ")",
              "write to a new folder")
          .causedBy(e);
    }
  }

  private void finish() {
    List<String> classes = splits.values().iterator().next().classes();
    AtomicFile.write(work().resolve(ClassNames.NAMES), String.join("\n", classes) + "\n");
    try {
      Files.move(work(), out, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw Problem.data(
              out.toString(), "can't be named so (" + e + ")", "rename " + work() + " by hand")
          .causedBy(e);
    }
  }
}
