package org.vgg4j.data;

/** What becomes of an image that can't be decoded. */
public enum OnBadImage {
  /** It ends the work with its name. */
  FAIL,
  /** It is left out of the data set from the start, and results say so. */
  SKIP
}
