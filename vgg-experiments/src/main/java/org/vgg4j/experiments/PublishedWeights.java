package org.vgg4j.experiments;

import java.nio.file.Path;
import org.vgg4j.data.image.Filter;
import org.vgg4j.experiments.table.Result.Published;

/**
 * Weights that fill rows in place of a training, found to fit them.
 *
 * @param choice which rows, and the file that was named
 * @param weights the weights in this program's form: that file, or what was imported of it
 * @param folder where the posteriors are kept
 * @param origin the file for tables
 */
record PublishedWeights(WeightsChoice choice, Path weights, Path folder, Published origin) {

  /** What is tested; nothing tells how its images were rescaled, so the preset does. */
  TestedNetwork tested(Filter interpolation) {
    String name = choice.training() + " of " + origin.file();
    return new TestedNetwork(name, weights, folder, interpolation);
  }
}
