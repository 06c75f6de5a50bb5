package org.vgg4j.data.image;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The first frame of a GIF file, as Pillow shows it. TensorFlow makes transparent pixels black and
 * takes the largest frame for the image, so it gets a file of that frame alone.
 */
final class GifFile {
  private final byte[] content;
  private final GifStructure structure;

  private GifFile(byte[] content) {
    this.content = content;
    this.structure = GifStructure.of(content);
  }

  /**
   * Decodes a file.
   *
   * @param background the colour of transparent pixels; empty for the stored one
   */
  static Image decoded(byte[] content, Optional<Background> background, FileContent.Decoder frames)
      throws IOException {
    GifFile file = new GifFile(content.clone());
    file.structure.walkToTheEnd(content);
    background.ifPresent(file::colour);
    return file.placed(frames.decode(file.structure.alone(file.content)));
  }

  private void colour(Background background) {
    structure.transparent().stream()
        .flatMap(index -> structure.entry(content, index).stream())
        .forEach(
            at -> {
              content[at] = (byte) background.red();
              content[at + 1] = (byte) background.green();
              content[at + 2] = (byte) background.blue();
            });
  }

  /** What the frame leaves free gets the transparent colour, or the first of the palette. */
  private Image placed(Image frame) {
    ImageSize size = structure.size(content);
    if (frame.size().equals(size)) {
      return frame;
    }
    byte[] pixels = new byte[Math.toIntExact(size.pixels() * Image.CHANNELS)];
    OptionalInt free = structure.entry(content, structure.transparent().orElse(0));
    for (int i = 0; free.isPresent() && i < pixels.length; i++) {
      pixels[i] = content[free.getAsInt() + i % Image.CHANNELS];
    }
    Window window = structure.window(content);
    int rowBytes = window.width() * Image.CHANNELS;
    for (int y = 0; y < window.height(); y++) {
      int to = ((window.y() + y) * size.width() + window.x()) * Image.CHANNELS;
      System.arraycopy(frame.pixels(), y * rowBytes, pixels, to, rowBytes);
    }
    return new Image(size, pixels);
  }
}
