package org.vgg4j.data.pack;

import com.google.common.math.IntMath;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.RoundingMode;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntConsumer;
import org.vgg4j.core.AtomicFile;
import org.vgg4j.data.source.ImageDataset;
import org.vgg4j.data.source.ParallelRange;
import org.vgg4j.data.source.Split;

/**
 * Writes the shards of one split.
 *
 * @param split which
 * @param files the images
 * @param settings what the shards are to be like
 * @param folder where they are written
 */
record SplitPacking(Split split, PackedFiles files, PackSettings settings, Path folder) {
  private static final int BUFFER_BYTES = 1 << 16;

  /**
   * Writes the shards that are not there yet.
   *
   * @param progress called with the number of images of every shard, from any thread
   */
  void run(int threads, IntConsumer progress) {
    ParallelRange.forEach(
        shards(),
        threads,
        shard -> {
          Path file = folder.resolve(settings.format().fileName(split, shard, shards()));
          if (!Files.exists(file)) {
            AtomicFile.write(file, channel -> write(shard, channel));
          }
          progress.accept(end(shard) - start(shard));
        });
  }

  int shards() {
    return IntMath.divide(size(), settings.imagesPerShard(), RoundingMode.CEILING);
  }

  private int size() {
    return files.dataset().size();
  }

  private int start(int shard) {
    return shard * settings.imagesPerShard();
  }

  private int end(int shard) {
    return (int) Math.min(size(), start(shard) + (long) settings.imagesPerShard());
  }

  private void write(int shard, WritableByteChannel channel) throws IOException {
    OutputStream output = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES);
    ShardWriter writer = settings.format().writer(output);
    for (int i = start(shard); i < end(shard); i++) {
      writer.write(image(i));
    }
    writer.finish();
    output.flush(); // writers of archives do not pass it on
  }

  private PackedImage image(int index) {
    ImageDataset dataset = files.dataset();
    int label = dataset.label(index);
    return new PackedImage(
        index, name(dataset.id(index)), label, dataset.classes().get(label), files.file(index));
  }

  /** The split is told by the shard. */
  private String name(String id) {
    String prefix = split + "/";
    return id.startsWith(prefix) ? id.substring(prefix.length()) : id;
  }
}
