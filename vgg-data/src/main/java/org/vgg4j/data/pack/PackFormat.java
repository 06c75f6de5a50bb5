package org.vgg4j.data.pack;

import java.io.OutputStream;
import java.util.Locale;
import org.vgg4j.data.source.Split;

/** The formats of shards. */
public enum PackFormat {
  /** TFRecord files with the features that TF-slim gave ImageNet. */
  TFRECORD {
    @Override
    String fileName(Split split, int number, int count) {
      String name = split == Split.VAL ? "validation" : "train";
      return String.format(Locale.ROOT, "%s-%05d-of-%05d", name, number, count);
    }

    @Override
    ShardWriter writer(OutputStream shard) {
      return new TfRecordWriter(shard);
    }
  },
  /** Tar archives with an image, its label and its name for each key. */
  WEBDATASET {
    @Override
    String fileName(Split split, int number, int count) {
      return String.format(Locale.ROOT, "%s-%06d.tar", split, number);
    }

    @Override
    ShardWriter writer(OutputStream shard) {
      return new WebDatasetWriter(shard);
    }
  };

  /** What a shard is called; {@code number} counts from 0. */
  abstract String fileName(Split split, int number, int count);

  /** Writes a shard. */
  abstract ShardWriter writer(OutputStream shard);
}
