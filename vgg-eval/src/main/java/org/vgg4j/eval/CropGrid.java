package org.vgg4j.eval;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vgg4j.data.image.ImageSize;
import org.vgg4j.data.image.Window;

/**
 * A regular grid of crops over an image (section 3.2): the first and last of a row or column touch
 * the borders, the others lie evenly between them, half pixels rounded up. Where there are fewer
 * pixels than crops, some crops coincide; each still counts.
 *
 * @param rows crops above each other, at least 1; a single one lies in the middle
 * @param columns crops beside each other, at least 1
 */
public record CropGrid(int rows, int columns) {
  /** The paper's: 25 crops. */
  public static final CropGrid PAPER = new CropGrid(5, 5);

  private static final Pattern NOTATION = Pattern.compile("([1-9]\\d?)x([1-9]\\d?)");

  public CropGrid {
    checkArgument(rows > 0 && columns > 0, "a grid has at least one crop: %s x %s", rows, columns);
  }

  /**
   * Reads a grid such as {@code 5x5}.
   *
   * @throws IllegalArgumentException if the text is none, or has more than 99 rows or columns
   */
  static CropGrid parse(String text) {
    Matcher matcher = NOTATION.matcher(text);
    checkArgument(matcher.matches(), "%s is no grid", text);
    return new CropGrid(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  /**
   * The crops of an image, row by row.
   *
   * @param crop their height and width, no more than the image's
   */
  public ImmutableList<Window> windows(ImageSize size, int crop) {
    ImmutableList.Builder<Window> windows = ImmutableList.builder();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        windows.add(
            new Window(
                origin(row, rows, size.height() - crop),
                origin(column, columns, size.width() - crop),
                crop,
                crop));
      }
    }
    return windows.build();
  }

  private static int origin(int position, int count, int room) {
    int steps = count - 1;
    return steps == 0 ? room / 2 : (2 * position * room + steps) / (2 * steps);
  }

  /** Number of crops. */
  public int crops() {
    return rows * columns;
  }

  /** The text that is read. */
  @Override
  public String toString() {
    return rows + "x" + columns;
  }
}
