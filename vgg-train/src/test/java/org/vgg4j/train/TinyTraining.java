package org.vgg4j.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.vgg4j.core.Seed;
import org.vgg4j.core.graph.Device;
import org.vgg4j.core.graph.Initialization;
import org.vgg4j.core.graph.Precision;
import org.vgg4j.core.graph.Sgd.Decays;
import org.vgg4j.core.graph.Sgd.Style;
import org.vgg4j.core.spec.NetworkCatalogue;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.spec.Preprocessing;
import org.vgg4j.core.spec.Rounding;
import org.vgg4j.core.spec.Width;
import org.vgg4j.data.DataSource;
import org.vgg4j.data.Reading;
import org.vgg4j.data.Resources;
import org.vgg4j.data.augment.Augmentation;
import org.vgg4j.data.augment.ColourShift;
import org.vgg4j.data.augment.ScaleRange;
import org.vgg4j.data.batch.Batching;
import org.vgg4j.data.batch.TrainingBatches;
import org.vgg4j.data.image.Filter;
import org.vgg4j.data.statistics.PrincipalComponents;
import org.vgg4j.train.StartingPoint.Random;

/** Trainings of a few seconds: narrow networks on crops of 32 pixels of generated images. */
final class TinyTraining {
  static final int CROP = 32;

  /** Never improves, so that the learning rate drops whenever patience runs out. */
  static final Validation NEVER_BETTER = network -> new Validation.Errors(50, 10);

  private static final int THREADS = 2;

  private static final StartingPoint START = new Random(new Initialization.He());

  private TinyTraining() {}

  /** A at a sixteenth of its width, dropout included. */
  static NetworkSpec narrowA() {
    return NetworkCatalogue.shipped().network("A").scaledBy(Width.parse("1/16")).withClasses(10);
  }

  /** Batches of 16 in micro-batches of 8, He's initialisation, jittered scale, flips. */
  static TrainingTask task(NetworkSpec network, Phase phase) {
    return new TrainingTask(
        network,
        recipe(),
        phase,
        new Augmentation(
            new ScaleRange(CROP, CROP + 8),
            CROP,
            true,
            Filter.BILINEAR,
            new ColourShift(0.1, PrincipalComponents.KRIZHEVSKY)),
        new Preprocessing(List.of(123.68, 116.779, 103.939), 1.0 / 64),
        new Seed(4),
        new Origin("generated", classNames(network), "he"));
  }

  private static List<String> classNames(NetworkSpec network) {
    return IntStream.range(0, network.classes()).mapToObj(k -> "class, " + k).toList();
  }

  /** The courses are of no account: every task states its phase. */
  private static Recipe recipe() {
    Course course = new PlateauCourse(0.01, 10, 0, 1, 1);
    return new Recipe(
        "1/16",
        CROP,
        Rounding.CEIL,
        16,
        8,
        Precision.FLOAT32,
        0.9,
        Style.CAFFE,
        5e-4,
        Decays.WEIGHTS,
        0.5,
        "he",
        1.0 / 64,
        Filter.BILINEAR,
        0.1,
        course,
        course);
  }

  /** The same task with one scale and no flips: images vary by the place of the crop alone. */
  static TrainingTask atOneScale(TrainingTask task) {
    return new TrainingTask(
        task.network(),
        task.recipe(),
        task.phase(),
        new Augmentation(ScaleRange.fixed(CROP), CROP, false),
        task.preprocessing(),
        task.seed(),
        task.origin());
  }

  /** Trains on that many generated images. */
  static void train(
      TrainingTask task,
      int images,
      RunDirectory directory,
      Validation validation,
      TrainingListener listener) {
    train(
        task, images, directory, t -> t.train(START, validation, listener, Safeguards.standard()));
  }

  /** Trains on 60 generated images with other safeguards. */
  static void train(
      TrainingTask task, RunDirectory directory, TrainingListener listener, Safeguards safeguards) {
    train(task, 60, directory, t -> t.train(START, NEVER_BETTER, listener, safeguards));
  }

  /** Does something with the trainer of that many generated images. */
  static void train(TrainingTask task, int images, RunDirectory directory, Consumer<Trainer> work) {
    Batching batching =
        new Batching(task.augmentation(), task.recipe().batch(), task.seed().at("data"));
    try (DataSource data =
            DataSource.open(
                "generated:train=" + images + ",val=30",
                Reading.DEFAULT,
                new Resources(THREADS, 64L << 20, Optional.empty()));
        Trainer trainer =
            new Trainer(
                task,
                directory,
                new TrainingBatches(data.train(), batching, THREADS),
                Device.cpu())) {
      work.accept(trainer);
    }
  }

  /** Trains on 60 generated images, unheard. */
  static void train(TrainingTask task, Path directory) {
    train(task, 60, new RunDirectory(directory), NEVER_BETTER, TrainingListener.SILENT);
  }
}
