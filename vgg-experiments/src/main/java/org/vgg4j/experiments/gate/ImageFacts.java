package org.vgg4j.experiments.gate;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableMap;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.vgg4j.data.generated.GeneratedImages;
import org.vgg4j.data.image.Image;
import org.vgg4j.data.source.ImageDataset;
import org.vgg4j.data.source.Split;
import org.vgg4j.data.statistics.ColourStatistics;
import org.vgg4j.experiments.table.Numbers;

/** What is fixed of images: classes, their order, labels and pixels, drawn and read. */
record ImageFacts(ImageDataset read, int threads) {
  private static final int DECIMALS = 3;

  /** One text for each thing that is known of the images, by name. */
  Map<String, String> all() {
    ImageDataset drawn = new GeneratedImages(ProbeImages.DRAWN, Split.VAL);
    return ImmutableMap.<String, String>builder()
        .putAll(of("generated images", drawn))
        .putAll(of("class folders", read))
        .put("class folders: mean colour", mean())
        .buildOrThrow();
  }

  private static Map<String, String> of(String name, ImageDataset images) {
    return ImmutableMap.of(
        name + ": classes",
        String.join(" ", images.classes()),
        name + ": labels",
        Joiner.on(' ').join(numbers(images).mapToObj(i -> label(images, i)).toList()),
        name + ": pixels",
        pixels(images));
  }

  private static String label(ImageDataset images, int i) {
    return images.id(i) + "=" + images.label(i);
  }

  private static String pixels(ImageDataset images) {
    Hasher hasher = Hashing.sha256().newHasher();
    numbers(images)
        .forEach(
            i -> {
              Image image = images.image(i).decoded();
              hasher.putInt(image.height()).putInt(image.width()).putBytes(image.pixels());
            });
    return Digest.shortened(hasher.hash().toString());
  }

  private static IntStream numbers(ImageDataset images) {
    return IntStream.range(0, images.size());
  }

  private String mean() {
    List<Double> mean = ColourStatistics.of(read, threads, i -> {}).mean();
    return String.join(" ", mean.stream().map(v -> Numbers.decimals(v, DECIMALS)).toList());
  }
}
