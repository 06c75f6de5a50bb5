package org.vgg4j.data.statistics;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.google.common.io.Files;
import java.util.Optional;
import org.vgg4j.core.Problem;
import org.vgg4j.data.image.Format;
import org.vgg4j.data.image.ImageHeader;
import org.vgg4j.data.image.ImageSize;
import org.vgg4j.data.image.Orientation;
import org.vgg4j.data.source.ImageDataset;

/**
 * What can be seen of one image without its pixels.
 *
 * @param kind how it is stored, for people
 * @param size as stored; empty where the header can't be read
 * @param bytes of its file; 0 where it lies in none
 * @param oddities what is strange
 */
record ImageLook(String kind, Optional<ImageSize> size, long bytes, ImmutableSet<Oddity> oddities) {

  /** Looks at an image; one that shows nothing is a finding and no failure. */
  static ImageLook at(ImageDataset dataset, int index) {
    Optional<byte[]> file = Optional.empty();
    try {
      file = dataset.file(index);
      return file.isPresent()
          ? of(dataset.id(index), file.get())
          : new ImageLook(
              ImageKind.PIXELS, Optional.of(dataset.image(index).size()), 0, ImmutableSet.of());
    } catch (Problem e) {
      return unreadable(file.map(content -> content.length).orElse(0));
    }
  }

  private static ImageLook unreadable(long bytes) {
    return new ImageLook(
        ImageKind.UNREADABLE, Optional.empty(), bytes, ImmutableSet.of(Oddity.UNREADABLE));
  }

  private static ImageLook of(String id, byte[] content) {
    ImageHeader header = ImageHeader.of(id, content);
    return new ImageLook(
        ImageKind.of(header).intern(),
        Optional.of(header.size()),
        content.length,
        oddities(id, header.format(), content));
  }

  private static ImmutableSet<Oddity> oddities(String id, Format format, byte[] content) {
    ImmutableSet.Builder<Oddity> found = ImmutableSet.builder();
    if (named(id).filter(name -> name != format).isPresent()) {
      found.add(Oddity.MISNAMED);
    }
    if (format == Format.JPEG && Orientation.of(content).code() != 1) {
      found.add(Oddity.TURNED);
    }
    return Sets.immutableEnumSet(found.build());
  }

  /** The format that a name promises. */
  private static Optional<Format> named(String id) {
    return switch (Ascii.toLowerCase(Files.getFileExtension(id))) {
      case "jpg", "jpeg" -> Optional.of(Format.JPEG);
      case "png" -> Optional.of(Format.PNG);
      case "gif" -> Optional.of(Format.GIF);
      case "bmp" -> Optional.of(Format.BMP);
      default -> Optional.empty();
    };
  }
}
