package org.vgg4j.experiments.aid;

/** A claim is about a row that the folder does not have. */
final class RowNotThere extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RowNotThere(String reference) {
    super("row " + reference + " is in no table of the folder");
  }
}
