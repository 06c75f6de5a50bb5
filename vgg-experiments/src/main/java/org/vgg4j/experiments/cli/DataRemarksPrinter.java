package org.vgg4j.experiments.cli;

import java.io.PrintWriter;
import java.util.Collections;
import org.vgg4j.data.DataSource;
import org.vgg4j.data.source.ImageDataset;
import org.vgg4j.data.statistics.Enlargement;
import org.vgg4j.eval.TestProtocol;

/**
 * Tells what people should know of the images before a test.
 *
 * @param err where to
 */
record DataRemarksPrinter(PrintWriter err) {

  /**
   * Tells what looks odd, what was left out, and whether images have to be enlarged.
   *
   * @param images those that are tested
   */
  void print(DataSource source, ImageDataset images, TestProtocol protocol) {
    source.notes().forEach(err::println);
    err.print(DatasetOptions.skipped(source.skipped()));
    Enlargement.of(images, Collections.max(protocol.testScales())).remark().ifPresent(err::println);
    err.flush();
  }
}
