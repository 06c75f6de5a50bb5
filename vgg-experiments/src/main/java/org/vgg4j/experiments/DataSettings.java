package org.vgg4j.experiments;

import com.google.errorprone.annotations.MustBeClosed;
import org.vgg4j.data.DataSource;
import org.vgg4j.data.Reading;
import org.vgg4j.data.Resources;

/**
 * Which data set, and how it is read.
 *
 * @param location {@code generated}, a folder or a file
 * @param reading layout, decoding, and what becomes of bad images
 */
public record DataSettings(String location, Reading reading) {

  /** A data set whose layout is found out. */
  public static DataSettings at(String location) {
    return new DataSettings(location, Reading.DEFAULT);
  }

  /** Opens it. */
  @MustBeClosed
  public DataSource open(Resources resources) {
    return DataSource.open(location, reading, resources);
  }
}
