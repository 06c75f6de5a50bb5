package org.vgg4j.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.vgg4j.core.Problem;
import org.vgg4j.data.image.ImageDecoder;
import org.vgg4j.data.layout.Layout;
import org.vgg4j.data.layout.Layouts;
import org.vgg4j.data.source.BadImages;
import org.vgg4j.data.source.DecodedCache;
import org.vgg4j.data.source.FileImages;
import org.vgg4j.data.source.ImageDataset;
import org.vgg4j.data.source.LabelledFiles;
import org.vgg4j.data.source.ManifestCache;
import org.vgg4j.data.source.Split;

/** From the names that a layout finds to images that can be read. */
final class StoredData {
  private final Path location;
  private final Reading reading;
  private final Resources resources;
  private final ImageDecoder decoder;
  private final Map<Split, ImageDataset> splits = new EnumMap<>(Split.class);
  private final ImmutableList.Builder<String> notes = ImmutableList.builder();
  private final ImmutableList.Builder<String> skipped = ImmutableList.builder();

  StoredData(Path location, Reading reading, Resources resources, ImageDecoder decoder) {
    this.location = location;
    this.reading = reading;
    this.resources = resources;
    this.decoder = decoder;
  }

  OpenData open() {
    Layout layout =
        reading.layout().map(Layouts::named).orElseGet(() -> Layouts.detected(location));
    Map<Split, LabelledFiles> found = layout.splits(location);
    ClassAgreement.check(location, found.values());
    found.forEach(this::add);
    return new OpenData(
        layout.name(),
        splits,
        notes.build(),
        skipped.build(),
        found.values().stream().map(LabelledFiles::contents).toList());
  }

  private void add(Split split, LabelledFiles files) {
    notes.addAll(files.notes());
    ImageDataset images = new FileImages(files, decoder, manifestCache(split), resources.threads());
    if (reading.onBadImage() == OnBadImage.SKIP) {
      BadImages bad = badImages(images);
      skipped.addAll(bad.ids());
      checkSome(images.size() - bad.ids().size(), images);
      images = bad.others();
    }
    // With reduced decoding a result must not depend on what fits into memory.
    long cacheBytes = reading.decoding().reduced() ? 0 : resources.cacheBytes();
    splits.put(split, new DecodedCache(images, cacheBytes));
  }

  private static void checkSome(int left, ImageDataset images) {
    if (left == 0) {
      throw Problem.data(
          images.name(),
          "none of its " + images.size() + " images can be decoded",
          "vgg data verify says why");
    }
  }

  private BadImages badImages(ImageDataset images) {
    return resources
        .cacheFolder()
        .map(folder -> BadImages.of(images, resources.threads(), folder))
        .orElseGet(() -> BadImages.of(images, resources.threads()));
  }

  private ManifestCache manifestCache(Split split) {
    String place = location.toAbsolutePath().normalize().toString();
    String key = Hashing.sha256().hashString(place, UTF_8).toString().substring(0, 12);
    return resources
        .cacheFolder()
        .map(folder -> ManifestCache.in(folder.resolve("manifest-" + key + "-" + split + ".tsv")))
        .orElseGet(ManifestCache::none);
  }
}
