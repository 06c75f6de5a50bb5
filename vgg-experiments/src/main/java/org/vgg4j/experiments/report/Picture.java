package org.vgg4j.experiments.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.vgg4j.data.image.Image;
import org.vgg4j.data.image.ImageSize;
import org.vgg4j.data.image.Resampler;
import org.vgg4j.data.image.StoredImage;

/** An image inside the page. */
final class Picture {
  /** Up to this side an image is kept pixel by pixel; larger ones as JPEG, which is smaller. */
  private static final int SMALL = 96;

  private Picture() {}

  /** The image in its own size. */
  static Markup of(Image image, String description) {
    boolean small = Math.max(image.height(), image.width()) <= SMALL;
    String format = small ? "png" : "jpeg";
    return new Markup()
        .open(
            "img",
            Attribute.of("src", "data:image/" + format + ";base64," + encoded(image, format)),
            Attribute.of("alt", description),
            Attribute.of("width", Integer.toString(image.width())),
            Attribute.of("height", Integer.toString(image.height())),
            Attribute.of("loading", "lazy"));
  }

  /** The whole image, its larger side so many pixels at most. */
  static Markup thumbnail(StoredImage image, int side, Resampler resampler, String description) {
    int larger = Math.max(image.size().height(), image.size().width());
    double factor = Math.min(1, (double) side / larger);
    ImageSize size =
        new ImageSize(
            Math.max(1, (int) Math.round(image.size().height() * factor)),
            Math.max(1, (int) Math.round(image.size().width() * factor)));
    return of(resampler.rescale(image, size), description);
  }

  private static String encoded(Image image, String format) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageIO.write(image.picture(), format, bytes);
      return Base64.getEncoder().encodeToString(bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
