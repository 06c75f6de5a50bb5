package org.vgg4j.data.preview;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.vgg4j.core.AtomicFile;
import org.vgg4j.core.Problem;
import org.vgg4j.core.Seed;
import org.vgg4j.data.image.Filter;
import org.vgg4j.data.image.ImageSize;
import org.vgg4j.data.image.Resampler;
import org.vgg4j.data.source.ImageDataset;

/**
 * A picture of what training sees of a few images: crops at the smallest and at the largest train
 * scale and with scale jittering, where they lie in the originals, a mirrored crop and shifted
 * colours. The same choices for the same seed; letters look as the system's font does.
 */
public final class ContactSheet {
  private static final int MOST_IMAGES = 100;

  private final BufferedImage picture;

  private ContactSheet(BufferedImage picture) {
    this.picture = picture;
  }

  /**
   * Paints a sheet.
   *
   * @param images how many images, a row for each; fewer where the data set has fewer
   * @param seed what the images and their crops hang on
   * @throws Problem if these are more than 100, an image can't be decoded, or the system has no
   *     fonts
   */
  public static ContactSheet of(
      ImageDataset dataset, int images, Augmentations augmentations, Seed seed) {
    if (images > MOST_IMAGES) {
      throw Problem.configuration(
          "a picture of " + images + " images", "is too large", "show at most " + MOST_IMAGES);
    }
    SheetContent content = new SheetContent(dataset, augmentations, seed);
    Resampler resampler = new Resampler(Filter.BILINEAR);
    return new ContactSheet(painted(content.rows(images, resampler), content.footer(), resampler));
  }

  private static BufferedImage painted(
      List<SheetRow> rows, List<String> footer, Resampler resampler) {
    List<ViewGroup> groups = rows.get(0).groups();
    ImageSize size = SheetLayout.sheet(groups, rows.size(), footer.size());
    BufferedImage picture =
        new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    try {
      SheetPainter painter = new SheetPainter(graphics, resampler);
      painter.background(size);
      painter.header(groups);
      for (int k = 0; k < rows.size(); k++) {
        painter.row(rows.get(k), k);
      }
      painter.footer(footer, rows.size(), size.width());
    } finally {
      graphics.dispose();
    }
    return picture;
  }

  /** Height and width in pixels. */
  public ImageSize size() {
    return new ImageSize(picture.getHeight(), picture.getWidth());
  }

  /**
   * Writes the sheet as a PNG file.
   *
   * @throws org.vgg4j.core.Problem if it can't be written
   */
  public void write(Path file) {
    AtomicFile.write(file, channel -> writeTo(Channels.newOutputStream(channel)));
  }

  private void writeTo(OutputStream stream) throws IOException {
    ImageIO.write(picture, "png", stream);
  }
}
