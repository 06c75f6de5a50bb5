package org.vgg4j.data.transfer;

import java.net.URI;

/**
 * A file on a server whose content is known beforehand.
 *
 * @param url where it is published
 * @param bytes its length
 * @param checksum what its content is known by
 */
public record RemoteFile(URI url, long bytes, Checksum checksum) {

  /** The last part of its address. */
  public String name() {
    String path = url.getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /**
   * The same file on a mirror, under its own name.
   *
   * @param base the address of the folder there
   */
  RemoteFile at(URI base) {
    String folder = base.toString();
    return new RemoteFile(
        URI.create((folder.endsWith("/") ? folder : folder + "/") + name()), bytes, checksum);
  }
}
