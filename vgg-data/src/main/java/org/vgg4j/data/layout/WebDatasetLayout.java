package org.vgg4j.data.layout;

import java.nio.file.Path;
import java.util.Map;
import org.vgg4j.data.source.LabelledFiles;
import org.vgg4j.data.source.Split;

/**
 * WebDataset shards ({@code train-000000.tar}): tar archives in which {@code KEY.jpg} or {@code
 * KEY.png} is an image, and {@code KEY.cls} or the {@code label} in {@code KEY.json} its class, a
 * number from 0 or a name. Images keep the order of the shards.
 */
final class WebDatasetLayout implements Layout {

  @Override
  public String name() {
    return "webdataset";
  }

  @Override
  public boolean fits(Path location) {
    return shards(location).areThere();
  }

  @Override
  public Map<Split, LabelledFiles> splits(Path location) {
    return ShardedData.splits(shards(location), WebSamples::new);
  }

  private static ShardFolder shards(Path location) {
    return new ShardFolder(location, ShardName.WEBDATASET);
  }
}
