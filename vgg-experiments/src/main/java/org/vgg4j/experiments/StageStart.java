package org.vgg4j.experiments;

import java.util.List;
import java.util.Set;
import org.vgg4j.core.spec.Parameter;
import org.vgg4j.core.spec.TrainedLayers;
import org.vgg4j.train.LayerMap;
import org.vgg4j.train.LayerOrigin;
import org.vgg4j.train.PretrainedWeights;
import org.vgg4j.train.RunDirectory;
import org.vgg4j.train.StartingPoint;

/** Where the layers of a stage start (section 3.1): from random values or from its parent's run. */
final class StageStart {
  private final Stage stage;
  private final LayerMap layers;
  private final StartingPoint point;

  private StageStart(Stage stage, LayerMap layers, StartingPoint point) {
    this.stage = stage;
    this.layers = layers;
    this.point = point;
  }

  /** The start of a stage whose parent, where it has one, has been trained. */
  static StageStart of(Stage stage, RunStore store) {
    Stage parent = stage.parent();
    List<Parameter> parameters = stage.network().parameters(stage.recipe().crop());
    TrainedLayers trains = stage.phase().course().trainedLayers();
    if (parent == null) {
      StartingPoint random = new StartingPoint.Random(stage.recipe().start());
      return new StageStart(stage, LayerMap.random(parameters, trains), random);
    }
    RunDirectory run = store.runOf(parent);
    PretrainedWeights weights = new PretrainedWeights(run.weights());
    LayerOrigin origin = new LayerOrigin(String.valueOf(run.path().getFileName()), weights);
    Set<String> wanted =
        stage.isFineTuning() ? LayerMap.layersOf(parameters) : StartingPoint.PAPER_LAYERS;
    LayerMap layers = LayerMap.copying(origin, wanted, parameters, trains);
    return new StageStart(stage, layers, pointOf(stage, weights, layers));
  }

  private static StartingPoint pointOf(Stage stage, PretrainedWeights weights, LayerMap layers) {
    return stage.isFineTuning()
        ? new StartingPoint.AllLayers(weights)
        : new StartingPoint.SomeLayers(weights, layers.copied(), stage.recipe().start());
  }

  /** Which layers start where: what {@code layers.yaml} in the run directory says. */
  LayerMap layers() {
    return layers;
  }

  /** The starting values. */
  StartingPoint point() {
    return point;
  }

  /** One line for people. */
  String text() {
    return stage.network().name() + " S=" + stage.scale() + " starts with " + layers.text();
  }
}
