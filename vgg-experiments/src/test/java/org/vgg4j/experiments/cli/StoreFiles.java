package org.vgg4j.experiments.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.vgg4j.eval.Posteriors;

/** Stores of posteriors on disk: 200 images of six classes, of which the first ones are wrong. */
final class StoreFiles {
  private static final int IMAGES = 200;
  private static final int CLASSES = 6;

  private final Path folder;

  StoreFiles(Path folder) {
    this.folder = folder;
  }

  /** A store whose first images are wrong, and taken for the next class. */
  String wrong(String name, int wrong) {
    return wrong(name, wrong, Map.of());
  }

  String wrong(String name, int wrong, Map<String, String> madeFrom) {
    int[] labels = IntStream.range(0, IMAGES).map(image -> image % CLASSES).toArray();
    return save(name, labels, wrong, madeFrom);
  }

  /** A store whose first image has another label. */
  String relabelled(String name) {
    int[] labels = IntStream.range(0, IMAGES).map(image -> image % CLASSES).toArray();
    labels[0] = 3;
    return save(name, labels, 0, Map.of());
  }

  /** A store with fewer images. */
  String shorter(String name) {
    return save(name, IntStream.range(0, IMAGES - 1).map(i -> i % CLASSES).toArray(), 0, Map.of());
  }

  private String save(String name, int[] labels, int wrong, Map<String, String> madeFrom) {
    float[] values = new float[labels.length * CLASSES];
    for (int image = 0; image < labels.length; image++) {
      for (int label = 0; label < CLASSES; label++) {
        values[image * CLASSES + label] = 0.05f;
      }
      int chosen = image < wrong ? (labels[image] + 1) % CLASSES : labels[image];
      values[image * CLASSES + chosen] = 0.75f;
    }
    List<String> ids = IntStream.range(0, labels.length).mapToObj(i -> "val/" + i).toList();
    Path file = folder.resolve(name + ".safetensors");
    Map<String, String> all = new LinkedHashMap<>(madeFrom);
    all.put("protocol", "dense|Q=256");
    new Posteriors(ids, labels, values, all).save(file);
    return file.toString();
  }
}
