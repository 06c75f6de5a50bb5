package org.vgg4j.experiments.sensitivity;

import com.google.errorprone.annotations.MustBeClosed;
import org.vgg4j.data.DataSource;
import org.vgg4j.data.Reading;
import org.vgg4j.data.Resources;
import org.vgg4j.data.image.Decoding;
import org.vgg4j.experiments.Sampling;

/**
 * The images of a test, which can be read in several ways.
 *
 * @param location the data set as the user named it
 * @param reading how it is to be understood
 * @param sampling which images of its validation split are tested
 */
public record TestedImages(String location, Reading reading, Sampling sampling) {

  /** Opens the data set with another decoding. */
  @MustBeClosed
  public DataSource open(Decoding decoding, int threads) {
    return DataSource.open(
        location,
        new Reading(reading.layout(), decoding, reading.onBadImage()),
        Resources.threads(threads));
  }
}
