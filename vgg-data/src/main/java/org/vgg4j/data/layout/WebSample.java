package org.vgg4j.data.layout;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vgg4j.data.source.FilePart;

/**
 * The files of one key in a WebDataset shard.
 *
 * @param parts by what follows the first dot of their names, in small letters
 */
record WebSample(ImmutableMap<String, FilePart> parts) {

  /**
   * The sample of these files.
   *
   * @throws IOException if two have one name
   */
  static WebSample of(Collection<FilePart> files) throws IOException {
    try {
      return new WebSample(
          files.stream().collect(ImmutableMap.toImmutableMap(WebSample::extension, part -> part)));
    } catch (IllegalArgumentException e) {
      throw new IOException("two files of the key have one extension", e);
    }
  }

  /** What the files of one sample have in common: folders, and the name up to its first dot. */
  static String key(FilePart part) {
    return part.name().substring(0, end(part.name()));
  }

  private static String extension(FilePart part) {
    String name = part.name();
    return name.substring(Math.min(name.length(), end(name) + 1)).toLowerCase(Locale.ROOT);
  }

  private static int end(String name) {
    int dot = name.indexOf('.', name.lastIndexOf('/') + 1);
    return dot < 0 ? name.length() : dot;
  }

  /**
   * The file with the image.
   *
   * @throws IOException if there is none, or there are several
   */
  FilePart image() throws IOException {
    List<FilePart> images =
        parts.entrySet().stream()
            .filter(part -> !part.getKey().contains(".") && ImageNames.fits("." + part.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    if (images.size() != 1) {
      throw new IOException("the key has " + images.size() + " images, not one");
    }
    return images.get(0);
  }

  /** The file of that extension. */
  Optional<FilePart> part(String extension) {
    return Optional.ofNullable(parts.get(extension));
  }
}
