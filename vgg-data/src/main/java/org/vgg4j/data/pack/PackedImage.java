package org.vgg4j.data.pack;

import com.google.protobuf.ByteString;
import org.vgg4j.data.image.ImageHeader;

/**
 * An image as it is written.
 *
 * @param number in its split, from 0
 * @param name its id without the split
 * @param label its class by number, from 0
 * @param className its class by name
 * @param file the image file
 */
record PackedImage(int number, String name, int label, String className, ByteString file) {

  /** What the file says of itself. */
  ImageHeader header() {
    return ImageHeader.of(name, file.toByteArray());
  }
}
