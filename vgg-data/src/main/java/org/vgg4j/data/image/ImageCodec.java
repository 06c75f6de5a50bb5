package org.vgg4j.data.image;

/** A way in which an image is stored as bytes. Several threads may open images at once. */
@FunctionalInterface
public interface ImageCodec {

  /**
   * The image in some content.
   *
   * @param place where the content came from, for messages
   * @param content all bytes of the image
   * @throws org.vgg4j.core.Problem if the content is no such image
   */
  StoredImage open(String place, byte[] content);
}
