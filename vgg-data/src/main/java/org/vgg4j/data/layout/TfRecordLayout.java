package org.vgg4j.data.layout;

import java.nio.file.Path;
import java.util.Map;
import org.vgg4j.data.source.LabelledFiles;
import org.vgg4j.data.source.Split;

/**
 * TFRecord shards with the features of TF-slim ({@code train-00000-of-01024}, {@code
 * validation-00000-of-00128}) or of TFDS ({@code imagenet2012-train.tfrecord-00000-of-01024}).
 * Images keep the order of the shards. A class is known by its name where records tell it, else by
 * its number.
 */
final class TfRecordLayout implements Layout {

  @Override
  public String name() {
    return "tfrecord";
  }

  @Override
  public boolean fits(Path location) {
    return shards(location).areThere();
  }

  @Override
  public Map<Split, LabelledFiles> splits(Path location) {
    return ShardedData.splits(shards(location), TfRecords::new);
  }

  private static ShardFolder shards(Path location) {
    return new ShardFolder(location, ShardName.TFRECORD);
  }
}
