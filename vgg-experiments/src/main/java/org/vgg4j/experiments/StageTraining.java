package org.vgg4j.experiments;

import java.nio.file.Path;
import java.util.List;
import org.vgg4j.core.AtomicFile;
import org.vgg4j.core.Seed;
import org.vgg4j.core.StrictYaml;
import org.vgg4j.core.graph.Device;
import org.vgg4j.core.weights.TensorFile;
import org.vgg4j.data.augment.Augmentation;
import org.vgg4j.data.augment.ColourShift;
import org.vgg4j.data.augment.ScaleRange;
import org.vgg4j.data.batch.Batching;
import org.vgg4j.data.batch.TrainingBatches;
import org.vgg4j.data.image.Resampler;
import org.vgg4j.data.source.ImageDataset;
import org.vgg4j.train.MemoryRetry;
import org.vgg4j.train.Origin;
import org.vgg4j.train.RunDirectory;
import org.vgg4j.train.Trainer;
import org.vgg4j.train.TrainingListener;
import org.vgg4j.train.TrainingTask;
import org.vgg4j.train.Validation;

/** Trains stages into their run directories; a finished one is left as it is. */
final class StageTraining {
  private final RunStore store;
  private final TrainingImages images;
  private final Settings settings;
  private final Device device;

  StageTraining(RunStore store, TrainingImages images, Settings settings) {
    this.store = store;
    this.images = images;
    this.settings = settings;
    this.device = settings.threadsOfOneStage();
  }

  /** Trains the stage to its end, from where an earlier process left it. */
  void run(Stage stage, StageStart start, TrainingListener listener) {
    RunDirectory directory = store.runOf(stage);
    if (!directory.isFinished()) {
      writeOrigins(stage, start, directory.path());
      train(stage, start, directory, listener);
    }
  }

  /** What tells people, and later versions, how the weights came about. */
  private void writeOrigins(Stage stage, StageStart start, Path run) {
    AtomicFile.write(
        StageSpec.in(run), StrictYaml.print(StageSpec.of(stage, images.preprocessing())));
    AtomicFile.write(
        run.resolve("provenance.yaml"),
        StrictYaml.print(Build.provenance(stage.data(), List.of(stage.seed()), device)));
    AtomicFile.write(run.resolve("layers.yaml"), StrictYaml.print(start.layers()));
  }

  private void train(
      Stage stage, StageStart start, RunDirectory directory, TrainingListener listener) {
    TrainingTask task = task(stage);
    TrainingBatches batches = batches(stage, task);
    try (CropValidation crops = new CropValidation(task, validationImages(stage), device);
        RunRecords records = new RunRecords(directory, listener)) {
      Validation validation = settings.histograms() ? records.withHistograms(crops) : crops;
      new MemoryRetry(settings.safeguards().retryOutOfMemory(), listener)
          .run(
              stage.recipe().microBatch(),
              size -> {
                TrainingTask sized = task.withMicroBatch(size);
                try (Trainer trainer = new Trainer(sized, directory, batches, device)) {
                  trainer.train(start.point(), validation, records, settings.safeguards());
                }
              });
    }
  }

  private TrainingBatches batches(Stage stage, TrainingTask task) {
    ImageDataset split = images.at(stage.scale(), images.data().train(), resampler(stage));
    Batching batching =
        new Batching(task.augmentation(), stage.recipe().batch(), task.seed().at("data"));
    return new TrainingBatches(split, batching, device.threads());
  }

  private ImageDataset validationImages(Stage stage) {
    ScaleRange middle = ScaleRange.fixed(CropValidation.testScale(stage.scale()));
    return images.at(middle, images.data().val(), resampler(stage));
  }

  private static Resampler resampler(Stage stage) {
    return new Resampler(stage.recipe().interpolation());
  }

  private TrainingTask task(Stage stage) {
    return new TrainingTask(
        stage.network(),
        stage.recipe(),
        stage.phase(),
        new Augmentation(
            stage.scale(),
            stage.recipe().crop(),
            true,
            stage.recipe().interpolation(),
            new ColourShift(stage.recipe().colourShift(), images.colours())),
        images.preprocessing(),
        new Seed(stage.seed()).at("S=" + stage.scale()),
        new Origin(stage.data().hash(), images.data().train().classes(), origin(stage)));
  }

  private String origin(Stage stage) {
    Stage parent = stage.parent();
    return parent == null
        ? stage.recipe().initialization()
        : TensorFile.sha256(store.runOf(parent).weights());
  }
}
