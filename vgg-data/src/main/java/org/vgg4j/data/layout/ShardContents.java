package org.vgg4j.data.layout;

import org.vgg4j.data.source.Contents;

/** Images in shards. */
interface ShardContents extends Contents {

  /** A name for an image, such as {@code train-00000-of-00002:7}: the same wherever data lie. */
  String record(int index);
}
