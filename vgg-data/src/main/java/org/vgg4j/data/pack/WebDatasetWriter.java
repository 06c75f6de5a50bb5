package org.vgg4j.data.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableSortedMap;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * Writes a WebDataset shard: {@code KEY.jpg}, {@code KEY.cls} and {@code KEY.json}. Keys are
 * numbers, as a name may have dots; the name is in the last file.
 */
final class WebDatasetWriter implements ShardWriter {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TarArchiveOutputStream tar;

  WebDatasetWriter(OutputStream shard) {
    tar = new TarArchiveOutputStream(shard, UTF_8.name());
  }

  @Override
  public void write(PackedImage image) throws IOException {
    String key = String.format(Locale.ROOT, "%09d", image.number());
    put(key + "." + extension(image), image.file().toByteArray());
    put(key + ".cls", Integer.toString(image.label()).getBytes(UTF_8));
    put(key + ".json", JSON.writeValueAsBytes(description(image)));
  }

  private static ImmutableSortedMap<String, Object> description(PackedImage image) {
    return ImmutableSortedMap.of(
        "class_name", image.className(), "filename", image.name(), "label", image.label());
  }

  private static String extension(PackedImage image) {
    return switch (image.header().format()) {
      case JPEG -> "jpg";
      case PNG -> "png";
      case GIF -> "gif";
      default -> "bmp";
    };
  }

  /** Nothing of the machine or the time is told, so that equal data make equal shards. */
  private void put(String name, byte[] content) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(content.length);
    entry.setModTime(0);
    entry.setUserName("");
    entry.setGroupName("");
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }

  @Override
  public void finish() throws IOException {
    tar.finish();
  }
}
