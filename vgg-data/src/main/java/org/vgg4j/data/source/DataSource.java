package org.vgg4j.data.source;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.google.errorprone.annotations.MustBeClosed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vgg4j.core.Problem;
import org.vgg4j.data.image.ImageDecoder;

/**
 * A data set with its splits, opened by a text: {@code generated} (see {@link GeneratedData}) or a
 * folder. Owns the decoder: close it when nothing reads its images any more.
 */
public final class DataSource implements AutoCloseable {
  private final String location;
  private final Map<Split, ImageDataset> splits;
  private final ImageDecoder decoder;

  private DataSource(String location, Map<Split, ImageDataset> splits, ImageDecoder decoder) {
    this.location = location;
    this.splits = splits;
    this.decoder = decoder;
  }

  /**
   * Opens a data set.
   *
   * @param location {@code generated}, {@code generated:train=200,val=50}, or a folder that holds
   *     the folders {@code train} and {@code val} or one of them
   * @param threads the thread count of the process
   * @param cacheBytes how many bytes of decoded pixels each split may keep in memory
   * @throws Problem if the location is neither, the folders hold no images, or the splits have
   *     different classes
   */
  @MustBeClosed
  @SuppressWarnings("MustBeClosedChecker") // the caller closes the source, which owns the decoder
  public static DataSource open(String location, int threads, long cacheBytes) {
    ImageDecoder decoder = new ImageDecoder(threads);
    try {
      Map<Split, ImageDataset> splits =
          GeneratedData.isMeantBy(location)
              ? generated(GeneratedData.parse(location))
              : folders(Path.of(location), decoder);
      splits.replaceAll((split, dataset) -> new DecodedCache(dataset, cacheBytes));
      return new DataSource(location, splits, decoder);
    } catch (RuntimeException e) {
      decoder.close();
      throw e;
    }
  }

  private static Map<Split, ImageDataset> generated(GeneratedData data) {
    Map<Split, ImageDataset> splits = new EnumMap<>(Split.class);
    for (Split split : Split.values()) {
      splits.put(split, new GeneratedImages(data, split));
    }
    return splits;
  }

  private static Map<Split, ImageDataset> folders(Path directory, ImageDecoder decoder) {
    Map<Split, ImageDataset> splits = new EnumMap<>(Split.class);
    for (Split split : Split.values()) {
      if (Files.isDirectory(directory.resolve(split.toString()))) {
        splits.put(split, ImageFolder.open(directory, split, decoder));
      }
    }
    if (splits.isEmpty()) {
      throw Problem.data(
          directory.toString(),
          Files.isDirectory(directory) ? "holds neither train nor val" : "is not a folder",
          "give a folder with train/CLASS/ and val/CLASS/, or write generated");
    }
    checkClasses(directory, splits.values());
    return splits;
  }

  private static void checkClasses(Path directory, Collection<ImageDataset> splits) {
    List<Set<String>> classes =
        splits.stream().<Set<String>>map(split -> ImmutableSet.copyOf(split.classes())).toList();
    Set<String> onlyTrain = Sets.difference(classes.get(0), classes.get(classes.size() - 1));
    Set<String> onlyVal = Sets.difference(classes.get(classes.size() - 1), classes.get(0));
    if (!onlyTrain.isEmpty() || !onlyVal.isEmpty()) {
      throw Problem.data(
          directory.toString(),
          "train and val have different classes: only in train "
              + onlyTrain
              + ", only in val "
              + onlyVal,
          "give both the same class folders");
    }
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
    decoder.close();
  }
}
