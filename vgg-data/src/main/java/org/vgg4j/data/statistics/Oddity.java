package org.vgg4j.data.statistics;

/** What people stumble over in an image file, and what its header shows already. */
public enum Oddity {
  /** No pixels can be expected of it. */
  UNREADABLE("has no header that can be read"),
  /** Programs that trust the extension fail on it. */
  MISNAMED("is named as another format"),
  /** Viewers turn it, training pipelines do not. */
  TURNED("has an EXIF orientation other than upright");

  private final String words;

  Oddity(String words) {
    this.words = words;
  }

  /** What is odd, as the end of a sentence that begins with the image. */
  @Override
  public String toString() {
    return words;
  }
}
