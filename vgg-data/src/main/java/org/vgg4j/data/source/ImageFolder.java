package org.vgg4j.data.source;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.vgg4j.core.Problem;
import org.vgg4j.data.image.Image;
import org.vgg4j.data.image.ImageDecoder;

/**
 * Images in folders named after their classes: {@code DIR/train/CLASS/FILE} and {@code
 * DIR/val/CLASS/FILE}. Classes and files are sorted by code point, so labels and numbers are the
 * same on every machine; hidden files are left out, and extensions mean nothing.
 */
public final class ImageFolder implements ImageDataset {
  private final Path directory;
  private final Split split;
  private final ImageDecoder decoder;
  private final ImmutableList<String> classes;
  private final ImmutableList<String> ids;
  private final int[] labels;

  private ImageFolder(Path directory, Split split, ImageDecoder decoder) {
    this.directory = directory;
    this.split = split;
    this.decoder = decoder;
    SortedFolder root = new SortedFolder(directory.resolve(split.toString()));
    this.classes = root.folders();
    ImmutableList.Builder<String> found = ImmutableList.builder();
    IntStream.Builder labelOf = IntStream.builder();
    for (int label = 0; label < classes.size(); label++) {
      String name = classes.get(label);
      for (String file : root.folder(name).files()) {
        found.add(split + "/" + name + "/" + file);
        labelOf.add(label);
      }
    }
    this.ids = found.build();
    this.labels = labelOf.build().toArray();
  }

  /**
   * Lists the images of a split; none is read yet.
   *
   * @param directory the folder that holds the folder {@code train} or {@code val}
   * @param decoder reads the files, for as long as this data set is used
   * @throws Problem if there is no such folder, no class in it, or no image in a class
   */
  public static ImageFolder open(Path directory, Split split, ImageDecoder decoder) {
    return new ImageFolder(directory, split, decoder);
  }

  @Override
  public String name() {
    return directory.toAbsolutePath().normalize().getFileName() + "/" + split;
  }

  @Override
  public int size() {
    return labels.length;
  }

  @Override
  public ImmutableList<String> classes() {
    return classes;
  }

  @Override
  public int label(int index) {
    return labels[index];
  }

  @Override
  public String id(int index) {
    return ids.get(index);
  }

  @Override
  public Image image(int index) {
    return decoder.decode(file(index).toString(), content(index));
  }

  @Override
  public DatasetManifest manifest() {
    String[] lines = new String[size()];
    ParallelRange.forEach(
        size(),
        Runtime.getRuntime().availableProcessors(),
        i -> lines[i] = DatasetManifest.line(id(i), label(i), content(i)));
    return new DatasetManifest(Arrays.asList(lines));
  }

  private byte[] content(int index) {
    Path file = file(index);
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw Problem.data(
              file.toString(), "can't be read (" + e + ")", "check that it exists and is readable")
          .causedBy(e);
    }
  }

  private Path file(int index) {
    return directory.resolve(id(index));
  }
}
