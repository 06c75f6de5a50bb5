package org.vgg4j.experiments;

import java.nio.file.Path;
import java.util.List;
import org.vgg4j.core.graph.Device;
import org.vgg4j.core.spec.NetworkCatalogue;
import org.vgg4j.train.PlateauCourse;
import org.vgg4j.train.Recipe;
import org.vgg4j.train.Safeguards;

/** A preset whose trainings take seconds. */
final class QuickPreset {
  private QuickPreset() {}

  /** One seed on one thread, in that folder. */
  static Settings settings(Path out) {
    return new Settings(
        preset(),
        NetworkCatalogue.shipped(),
        DataSettings.at(preset().defaultData()),
        out,
        List.of(1L),
        Device.cpu().withThreads(1),
        1,
        Safeguards.standard(),
        false,
        WeightsChoices.none());
  }

  static Preset preset() {
    Recipe smoke = Recipe.shipped("smoke");
    Recipe quick =
        new Recipe(
            smoke.width(),
            smoke.crop(),
            smoke.pooling(),
            16,
            8,
            smoke.precision(),
            smoke.momentum(),
            smoke.momentumStyle(),
            smoke.weightDecay(),
            smoke.weightDecayOn(),
            smoke.dropout(),
            smoke.initialization(),
            smoke.pixelScale(),
            smoke.interpolation(),
            smoke.colourShift(),
            new PlateauCourse(0.01, 10, 1, 2, 6),
            new PlateauCourse(0.001, 10, 1, 2, 3));
    return new Preset("quick", new Preset.Factor(1, 7), quick, true, "generated:train=40,val=20");
  }
}
