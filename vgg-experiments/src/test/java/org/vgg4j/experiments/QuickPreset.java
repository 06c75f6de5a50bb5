package org.vgg4j.experiments;

import org.vgg4j.train.PlateauCourse;
import org.vgg4j.train.Recipe;

/** A preset whose trainings take seconds. */
final class QuickPreset {
  private QuickPreset() {}

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
