package org.vgg4j.data.layout;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multimaps;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Collection;
import java.util.function.Consumer;
import org.vgg4j.core.Problem;
import org.vgg4j.data.source.FilePart;
import org.vgg4j.data.source.NamePool;
import org.vgg4j.data.source.PartContents;

/** Collects where the images in WebDataset shards are. */
final class WebSamples implements ShardReader {
  private final NamePool.Builder names = new NamePool.Builder();
  private final PartContents.Builder parts = new PartContents.Builder();

  @Override
  public void add(Path shard, Consumer<Sample> samples) {
    ImmutableList<FilePart> files = TarIndex.of(shard);
    String place = shard.toString();
    try (FileChannel open = FileChannel.open(shard)) {
      WebFields fields = new WebFields(open);
      for (Collection<FilePart> key : Multimaps.index(files, WebSample::key).asMap().values()) {
        place = shard + ": " + key.iterator().next().name();
        WebSample sample = WebSample.of(key);
        samples.accept(fields.read(sample));
        parts.add(sample.image());
        names.add(sample.image().name());
      }
    } catch (IOException e) {
      throw Problem.data(
              place,
              "can't be read as WebDataset (" + e.getMessage() + ")",
              "each key needs one image and a label in .cls or .json")
          .causedBy(e);
    }
  }

  @Override
  public ShardContents contents() {
    NamePool pool = names.build();
    return new WebContents(parts.build(pool::name), pool);
  }
}
