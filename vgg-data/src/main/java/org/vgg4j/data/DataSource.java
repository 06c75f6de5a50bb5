package org.vgg4j.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.common.hash.Hashing;
import com.google.errorprone.annotations.MustBeClosed;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.vgg4j.core.Problem;
import org.vgg4j.data.generated.GeneratedData;
import org.vgg4j.data.generated.GeneratedImages;
import org.vgg4j.data.image.ImageDecoder;
import org.vgg4j.data.layout.Layout;
import org.vgg4j.data.layout.Layouts;
import org.vgg4j.data.source.DecodedCache;
import org.vgg4j.data.source.FileImages;
import org.vgg4j.data.source.ImageDataset;
import org.vgg4j.data.source.LabelledFiles;
import org.vgg4j.data.source.ManifestCache;
import org.vgg4j.data.source.Split;

/**
 * A data set with its splits, opened by a text: {@code generated} (see {@link GeneratedData}) or a
 * place where files lie in one of the {@link Layouts}. Owns the files and the decoder: close it
 * when nothing reads its images any more.
 */
public final class DataSource implements AutoCloseable {
  private final String location;
  private final String layout;
  private final ImmutableMap<Split, ImageDataset> splits;
  private final ImmutableList<LabelledFiles> files;
  private final ImageDecoder decoder;

  private DataSource(
      String location, String layout, Map<Split, ImageDataset> splits, OpenFiles open) {
    this.location = location;
    this.layout = layout;
    this.splits = Maps.immutableEnumMap(splits);
    this.files = open.files();
    this.decoder = open.decoder();
  }

  /** What has to be closed. */
  private record OpenFiles(ImmutableList<LabelledFiles> files, ImageDecoder decoder) {}

  /**
   * Opens a data set.
   *
   * @param location {@code generated}, {@code generated:train=200,val=50}, or a folder or file
   * @throws Problem if nothing that can be understood lies there
   */
  @MustBeClosed
  @SuppressWarnings("MustBeClosedChecker") // the caller closes the source, which owns the decoder
  public static DataSource open(String location, Reading reading, Resources resources) {
    ImageDecoder decoder = new ImageDecoder(reading.decoding(), resources.threads());
    try {
      return GeneratedData.isMeantBy(location)
          ? generated(location, decoder)
          : stored(location, reading, resources, decoder);
    } catch (RuntimeException e) {
      decoder.close();
      throw e;
    }
  }

  private static DataSource generated(String location, ImageDecoder decoder) {
    GeneratedData data = GeneratedData.parse(location);
    return new DataSource(
        location,
        "generated",
        Maps.toMap(ImmutableList.copyOf(Split.values()), split -> new GeneratedImages(data, split)),
        new OpenFiles(ImmutableList.of(), decoder));
  }

  private static DataSource stored(
      String location, Reading reading, Resources resources, ImageDecoder decoder) {
    Path path = Path.of(location);
    Layout layout = reading.layout().map(Layouts::named).orElseGet(() -> Layouts.detected(path));
    Map<Split, LabelledFiles> splits = layout.splits(path);
    ClassAgreement.check(path, splits.values());
    // Were it not so, results would depend on what fits into the cache.
    long cacheBytes = reading.decoding().reduced() ? 0 : resources.cacheBytes();
    Map<Split, ImageDataset> datasets = new EnumMap<>(Split.class);
    splits.forEach(
        (split, files) -> {
          ManifestCache cache = manifestCache(path, split, resources);
          FileImages images = new FileImages(files, decoder, cache, resources.threads());
          datasets.put(split, new DecodedCache(images, cacheBytes));
        });
    return new DataSource(
        location,
        layout.name(),
        datasets,
        new OpenFiles(ImmutableList.copyOf(splits.values()), decoder));
  }

  private static ManifestCache manifestCache(Path location, Split split, Resources resources) {
    String place = location.toAbsolutePath().normalize().toString();
    String key = Hashing.sha256().hashString(place, UTF_8).toString().substring(0, 12);
    return resources
        .cacheFolder()
        .map(folder -> ManifestCache.in(folder.resolve("manifest-" + key + "-" + split + ".tsv")))
        .orElseGet(ManifestCache::none);
  }

  /** The name of the layout that was found, or {@code generated}. */
  public String layout() {
    return layout;
  }

  /** What people should know: what was left out or looks odd. */
  public List<String> notes() {
    return files.stream().flatMap(split -> split.notes().stream()).distinct().toList();
  }

  /** The splits there are. */
  public ImmutableMap<Split, ImageDataset> splits() {
    return splits;
  }

  /**
   * The images to learn from.
   *
   * @throws Problem if the data set has none
   */
  public ImageDataset train() {
    return split(Split.TRAIN);
  }

  /**
   * The images to measure errors on.
   *
   * @throws Problem if the data set has none
   */
  public ImageDataset val() {
    return split(Split.VAL);
  }

  private ImageDataset split(Split split) {
    ImageDataset dataset = splits.get(split);
    if (dataset == null) {
      throw Problem.data(
          location,
          "has no split " + split,
          "add the folder " + Path.of(location, split.toString()));
    }
    return dataset;
  }

  @Override
  public void close() {
    files.forEach(split -> split.contents().close());
    decoder.close();
  }
}
