package org.vgg4j.data.layout;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Interner;
import com.google.common.collect.Interners;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.vgg4j.core.Problem;

/**
 * A text file with an image and its label in each line, apart by spaces or a tab: {@code cats/one
 * cat.jpg 3}. Empty lines and lines that begin with {@code #} mean nothing.
 *
 * @param path where it is
 */
record ListFile(Path path) {
  /** A million images have few labels, each of which is kept once. */
  private static final Interner<String> LABELS = Interners.newWeakInterner();

  /**
   * One image.
   *
   * @param number of its line, from 1
   * @param image its path
   * @param label as it is written
   */
  record Line(int number, String image, String label) {}

  /**
   * All images, in their order.
   *
   * @throws Problem if the file can't be read, names no image, or a line has no label
   */
  ImmutableList<Line> lines() {
    List<String> text = read();
    ImmutableList<Line> lines =
        IntStream.range(0, text.size())
            .filter(i -> !text.get(i).isBlank() && !text.get(i).startsWith("#"))
            .mapToObj(i -> line(i + 1, text.get(i).strip()))
            .collect(toImmutableList());
    if (lines.isEmpty()) {
      throw Problem.data(path.toString(), "lists no images", "write lines such as cat.jpg 0");
    }
    return lines;
  }

  private Line line(int number, String text) {
    int gap = Math.max(text.lastIndexOf(' '), text.lastIndexOf('\t'));
    if (gap < 0) {
      throw Problem.data(
          place(number), "'" + text + "' has no label", "write lines such as cat.jpg 0");
    }
    return new Line(number, text.substring(0, gap).strip(), LABELS.intern(text.substring(gap + 1)));
  }

  /** The folder that it is in. */
  Path folder() {
    Path parent = path.getParent();
    return parent == null ? Path.of("") : parent;
  }

  /** A line, for messages. */
  String place(int number) {
    return path + ":" + number;
  }

  private List<String> read() {
    try {
      return TextLines.of(path);
    } catch (IOException e) {
      throw Problem.data(
              path.toString(), "can't be read (" + e + ")", "write it as UTF-8; check permissions")
          .causedBy(e);
    }
  }
}
