package org.vgg4j.data.image;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.google.common.collect.ImmutableList;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/**
 * How a camera was held (EXIF 2.3, tag 0112): which way an image has to be mirrored and turned to
 * stand upright.
 *
 * @param code 1 to 8; 1 is upright
 */
public record Orientation(int code) {
  private static final Orientation UPRIGHT = new Orientation(1);

  public Orientation {
    if (code < 1 || code > 8) {
      throw new IllegalArgumentException("an EXIF orientation is 1 to 8, not " + code);
    }
  }

  /** The orientation that a JPEG file states; upright where it states none that makes sense. */
  public static Orientation of(byte[] jpeg) {
    try {
      ExifIFD0Directory directory =
          JpegMetadataReader.readMetadata(
                  new ByteArrayInputStream(jpeg), ImmutableList.of(new ExifReader()))
              .getFirstDirectoryOfType(ExifIFD0Directory.class);
      boolean stated =
          directory != null && directory.containsTag(ExifIFD0Directory.TAG_ORIENTATION);
      return stated
          ? new Orientation(directory.getInt(ExifIFD0Directory.TAG_ORIENTATION))
          : UPRIGHT;
    } catch (JpegProcessingException
        | MetadataException
        | IOException
        | IllegalArgumentException e) {
      return UPRIGHT;
    }
  }

  /** The image as it should be looked at. */
  StoredImage upright(StoredImage image) {
    return code == 1 ? image : new UprightImage(image, this);
  }

  /** Whether height and width change places. */
  boolean swapsSides() {
    return code > 4;
  }

  /** Turns and mirrors pixels. */
  Image applyTo(Image image) {
    ImageSize size = swapsSides() ? image.size().transposed() : image.size();
    byte[] pixels = new byte[image.pixels().length];
    for (int y = 0, to = 0; y < size.height(); y++) {
      for (int x = 0; x < size.width(); x++, to += Image.CHANNELS) {
        int row = row(y, x, image.height());
        int column = column(y, x, image.width());
        int from = (row * image.width() + column) * Image.CHANNELS;
        System.arraycopy(image.pixels(), from, pixels, to, Image.CHANNELS);
      }
    }
    return new Image(size, pixels);
  }

  /** The stored row of what belongs at (y, x) of the upright image. */
  private int row(int y, int x, int height) {
    return switch (code) {
      case 3, 4 -> height - 1 - y;
      case 5, 8 -> x;
      case 6, 7 -> height - 1 - x;
      default -> y;
    };
  }

  private int column(int y, int x, int width) {
    return switch (code) {
      case 2, 3 -> width - 1 - x;
      case 5, 6 -> y;
      case 7, 8 -> width - 1 - y;
      default -> x;
    };
  }
}
