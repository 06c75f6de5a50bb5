package org.vgg4j.data.statistics;

/** What people stumble over in an image file, and what its header shows already. */
public enum Oddity {
  /** No pixels can be expected of it. */
  UNREADABLE("without a header that can be read"),
  /** Programs that trust the extension fail on it. */
  MISNAMED("named as another format"),
  /** Viewers turn it, training pipelines do not. */
  TURNED("with an EXIF orientation other than upright");

  private final String words;

  Oddity(String words) {
    this.words = words;
  }

  /** What is odd, to stand behind a number of images. */
  @Override
  public String toString() {
    return words;
  }
}
