package org.vgg4j.eval.statistics;

import com.google.common.collect.Lists;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.vgg4j.core.Seed;
import org.vgg4j.eval.Posteriors;

/** Stores made for tests. */
final class Stores {
  private Stores() {}

  /** Image i has label 0 and, of so many classes, the true class at the rank given. */
  static Posteriors withRanks(int classes, int... ranks) {
    float[] values = new float[ranks.length * classes];
    float unit = 2f / (classes * (classes + 1));
    for (int image = 0; image < ranks.length; image++) {
      for (int place = 1; place <= classes; place++) {
        int label = place == ranks[image] ? 0 : place < ranks[image] ? place : place - 1;
        values[image * classes + label] = (classes + 1 - place) * unit;
      }
    }
    return new Posteriors(ids(ranks.length), new int[ranks.length], values, Map.of());
  }

  /** Ranks of two classes: an image is right or wrong. */
  static RankedImages withOutcomes(String name, List<Boolean> right) {
    int[] ranks = right.stream().mapToInt(isRight -> isRight ? 1 : 2).toArray();
    return RankedImages.of(name, withRanks(2, ranks));
  }

  /** Random outcomes of which that share is wrong. */
  static RankedImages random(String name, int images, double wrong, long seed) {
    SplittableRandom random = new Seed(seed).random();
    return withOutcomes(
        name, IntStream.range(0, images).mapToObj(image -> random.nextDouble() >= wrong).toList());
  }

  /** The same images in the opposite order. */
  static Posteriors reversed(Posteriors store) {
    int last = store.images() - 1;
    float[] values = new float[store.images() * store.classes()];
    for (int i = 0; i < values.length; i++) {
      values[i] = store.of(last - i / store.classes(), i % store.classes());
    }
    return new Posteriors(
        Lists.reverse(store.ids()),
        IntStream.rangeClosed(0, last).map(image -> store.label(last - image)).toArray(),
        values,
        store.madeFrom());
  }

  static List<String> ids(int images) {
    return IntStream.range(0, images).mapToObj(image -> "val/" + image).toList();
  }
}
