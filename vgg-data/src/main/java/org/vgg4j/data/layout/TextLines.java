package org.vgg4j.data.layout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Text files that people write by hand, with whatever editor. */
final class TextLines {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private TextLines() {}

  /**
   * The lines of a file in UTF-8, without the mark that some editors put before the first one: it
   * can't be seen, and would make another name of it.
   *
   * @throws IOException if the file can't be read or is not in UTF-8
   */
  static List<String> of(Path file) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    if (!lines.isEmpty() && lines.get(0).startsWith(BYTE_ORDER_MARK)) {
      lines.set(0, lines.get(0).substring(BYTE_ORDER_MARK.length()));
    }
    return lines;
  }
}
