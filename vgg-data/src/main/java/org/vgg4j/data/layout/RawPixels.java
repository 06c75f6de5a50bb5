package org.vgg4j.data.layout;

import org.vgg4j.core.Problem;
import org.vgg4j.data.image.Image;
import org.vgg4j.data.image.ImageCodec;
import org.vgg4j.data.image.ImageSize;

/**
 * Images stored as bare bytes, 0..255: a plane of red, one of green, one of blue, or one of grey,
 * which becomes red = green = blue.
 *
 * @param size of every image in pixels
 * @param planes 3 or 1
 * @param offset bytes before the first plane, such as labels
 */
record RawPixels(ImageSize size, int planes, int offset) implements ImageCodec {

  /** Bytes of an image with what precedes it. */
  int recordBytes() {
    return Math.toIntExact(offset + planes * size.pixels());
  }

  @Override
  public Image open(String place, byte[] content) {
    if (content.length != recordBytes()) {
      throw Problem.data(
          place,
          "has " + content.length + " bytes, not " + recordBytes(),
          "unpack or download the file again");
    }
    int plane = (content.length - offset) / planes;
    byte[] pixels = new byte[plane * Image.CHANNELS];
    for (int channel = 0; channel < Image.CHANNELS; channel++) {
      int from = offset + Math.min(channel, planes - 1) * plane;
      for (int i = 0; i < plane; i++) {
        pixels[i * Image.CHANNELS + channel] = content[from + i];
      }
    }
    return new Image(size, pixels);
  }
}
