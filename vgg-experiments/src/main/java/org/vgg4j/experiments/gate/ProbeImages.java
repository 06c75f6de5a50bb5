package org.vgg4j.experiments.gate;

import com.google.common.collect.ImmutableList;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import com.google.errorprone.annotations.MustBeClosed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.vgg4j.core.Problem;
import org.vgg4j.data.DataSource;
import org.vgg4j.data.Reading;
import org.vgg4j.data.Resources;
import org.vgg4j.data.generated.GeneratedData;
import org.vgg4j.data.generated.GeneratedImages;
import org.vgg4j.data.source.ImageDataset;
import org.vgg4j.data.source.Split;

/**
 * A small data set that never changes, as class folders of PNG files in a temporary folder, so that
 * what is read has gone the way that a user's images go. The names of classes and files have
 * another order as numbers, or without regard to case, than by code point.
 */
final class ProbeImages implements AutoCloseable {
  static final ImmutableList<String> CLASSES =
      ImmutableList.of("10", "9", "Bee", "ant", "n10", "n2");

  static final GeneratedData DRAWN = new GeneratedData(1, 2 * CLASSES.size(), 7);

  private final Path folder;
  private final DataSource source;

  @MustBeClosed
  private ProbeImages(Path folder, DataSource source) {
    this.folder = folder;
    this.source = source;
  }

  /**
   * Draws the images and opens them.
   *
   * @throws Problem if they can't be written
   */
  @MustBeClosed
  @SuppressWarnings("MustBeClosedChecker") // the caller closes the images, which own the source
  static ProbeImages drawn(int threads) {
    try {
      Path folder = Files.createTempDirectory("vgg-gate");
      write(folder.resolve("val"));
      return new ProbeImages(
          folder, DataSource.open(folder.toString(), Reading.DEFAULT, Resources.threads(threads)));
    } catch (IOException e) {
      throw Problem.data(
              System.getProperty("java.io.tmpdir", "the temporary folder"),
              "can't be written (" + e.getMessage() + ")",
              "free space there; the probes need some images for a moment")
          .causedBy(e);
    }
  }

  private static void write(Path split) throws IOException {
    GeneratedImages images = new GeneratedImages(DRAWN, Split.VAL);
    for (int i = 0; i < images.size(); i++) {
      Path file = split.resolve(CLASSES.get(i % CLASSES.size())).resolve((i + 5) + ".png");
      Files.createDirectories(file.getParent());
      ImageIO.write(images.image(i).picture(), "png", file.toFile());
    }
  }

  /** The images as they are read. */
  ImageDataset images() {
    return source.val();
  }

  @Override
  public void close() {
    source.close();
    try {
      MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
    } catch (IOException e) {
      throw Problem.data(folder.toString(), "can't be removed", "remove it yourself").causedBy(e);
    }
  }
}
