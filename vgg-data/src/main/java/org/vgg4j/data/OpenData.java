package org.vgg4j.data;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.List;
import java.util.Map;
import org.vgg4j.data.generated.GeneratedData;
import org.vgg4j.data.generated.GeneratedImages;
import org.vgg4j.data.source.Contents;
import org.vgg4j.data.source.ImageDataset;
import org.vgg4j.data.source.Split;

/**
 * What was found at a place.
 *
 * @param layout its name
 * @param splits the images
 * @param notes what people should know
 * @param skipped ids of images that were left out as they can't be decoded
 * @param contents what has to be closed
 */
record OpenData(
    String layout,
    Map<Split, ImageDataset> splits,
    List<String> notes,
    List<String> skipped,
    List<Contents> contents) {
  OpenData {
    splits = Maps.immutableEnumMap(splits);
  }

  /** Data that are drawn and not read. */
  static OpenData generated(GeneratedData data) {
    ImmutableMap<Split, ImageDataset> splits =
        Maps.toMap(ImmutableList.copyOf(Split.values()), split -> new GeneratedImages(data, split));
    return new OpenData(
        "generated", splits, ImmutableList.of(), ImmutableList.of(), ImmutableList.of());
  }
}
