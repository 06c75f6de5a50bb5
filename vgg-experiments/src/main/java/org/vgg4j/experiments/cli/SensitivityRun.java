package org.vgg4j.experiments.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.vgg4j.core.graph.Device;
import org.vgg4j.data.DataSource;
import org.vgg4j.data.source.ImageDataset;
import org.vgg4j.eval.Predictor;
import org.vgg4j.experiments.NetworkTest;
import org.vgg4j.experiments.sensitivity.Sensitivity;
import org.vgg4j.experiments.sensitivity.SensitivityTest;
import org.vgg4j.experiments.sensitivity.Setup;
import org.vgg4j.experiments.sensitivity.TestedImages;
import org.vgg4j.experiments.table.Numbers;

/**
 * Runs {@code vgg eval --sensitivity} and tells how it goes.
 *
 * @param weights the network's file
 * @param images what it is tested on
 * @param progress how that is shown
 * @param err where remarks go
 */
record SensitivityRun(
    Path weights, Device device, TestedImages images, ProgressOption progress, PrintWriter err) {
  /** Images of a split that are tested where no limit is named. */
  static final int MOST_IMAGES = 500;

  /** Runs the test and all its variants. */
  Sensitivity of(Setup asked) {
    SensitivityTest test = SensitivityTest.of(asked);
    try (StopOnSignal stop = new StopOnSignal("nothing was kept")) {
      long passes = (long) test.passes() * look(asked, test, stop);
      try (EvaluationDisplay display =
          new EvaluationDisplay(progress.passes(err), err, stop, passes)) {
        return test.run(weights, device, images, display);
      }
    }
  }

  /** Says what people should know beforehand; returns how many images there are. */
  private int look(Setup asked, SensitivityTest test, StopOnSignal stop) {
    try (DataSource source = images.open(asked.decoding(), device.threads())) {
      ImageDataset tested = images.sampling().of(source.val());
      new DataRemarksPrinter(err).print(source, tested, asked.protocol());
      estimate(asked, test, tested, stop);
      err.flush();
      return tested.size();
    }
  }

  private void estimate(Setup asked, SensitivityTest test, ImageDataset tested, StopOnSignal stop) {
    try (Predictor predictor = new Predictor(weights, device, asked.network())) {
      NetworkTest alone = new NetworkTest(predictor, tested, asked.filter(), device.threads());
      double seconds = alone.estimatedSeconds(asked.protocol(), passes -> stop.check());
      String work =
          "the test and %d variants on %s images"
              .formatted(test.variants().size(), Numbers.whole(tested.size()));
      new TimeEstimate(work, seconds * test.passes() / asked.protocol().passes())
          .remark()
          .ifPresent(err::println);
    }
  }
}
