package org.vgg4j.experiments.sensitivity;

import java.util.stream.IntStream;
import org.vgg4j.eval.Posteriors;

/** Which score is taken for which class: one list of classes held against another. */
enum LabelOrder {
  /** The network's scores stand for the classes that they are said to stand for. */
  GIVEN {
    @Override
    int score(int label, int classes) {
      return label;
    }
  },
  /** The last score is taken for the first class. */
  REVERSED {
    @Override
    int score(int label, int classes) {
      return classes - 1 - label;
    }
  },
  /** Every score is taken for the class after its own: numbers from 1 taken for numbers from 0. */
  SHIFTED {
    @Override
    int score(int label, int classes) {
      return Math.floorMod(label - 1, classes);
    }
  };

  /** The number of the score that is taken for a class. */
  abstract int score(int label, int classes);

  /** The posteriors as they would be read. */
  Posteriors appliedTo(Posteriors given) {
    int classes = given.classes();
    float[] values = new float[Math.multiplyExact(given.images(), classes)];
    for (int image = 0; image < given.images(); image++) {
      for (int label = 0; label < classes; label++) {
        values[image * classes + label] = given.of(image, score(label, classes));
      }
    }
    int[] labels = IntStream.range(0, given.images()).map(given::label).toArray();
    return new Posteriors(given.ids(), labels, values, given.madeFrom());
  }
}
