package org.vgg4j.experiments;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;
import org.vgg4j.core.Problem;
import org.vgg4j.data.image.ImageDecoder;
import org.vgg4j.data.image.StoredImage;
import org.vgg4j.data.source.DatasetManifest;
import org.vgg4j.data.source.ImageDataset;

/**
 * Image files whose classes nobody knows: all have label 0. Each file counts once, however often it
 * is named.
 *
 * @param classes the names of the network's classes
 */
public record ImageFiles(List<Path> files, List<String> classes, ImageDecoder decoder)
    implements ImageDataset {
  public ImageFiles {
    files = files.stream().distinct().collect(ImmutableList.toImmutableList());
    classes = ImmutableList.copyOf(classes);
  }

  @Override
  public String name() {
    return "images";
  }

  @Override
  public int size() {
    return files.size();
  }

  @Override
  public int label(int index) {
    return 0;
  }

  @Override
  public String id(int index) {
    return files.get(index).toString();
  }

  @Override
  public StoredImage image(int index) {
    return decoder.open(id(index), content(files.get(index)));
  }

  private static byte[] content(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      String reason = e instanceof NoSuchFileException ? "no such file" : e.getMessage();
      throw Problem.data(file.toString(), "can't be read (" + reason + ")", "check the path")
          .causedBy(e);
    }
  }

  /** Nothing is kept that would have to name these images. */
  @Override
  public DatasetManifest manifest(IntConsumer progress) {
    throw new UnsupportedOperationException("single files are no data set");
  }
}
