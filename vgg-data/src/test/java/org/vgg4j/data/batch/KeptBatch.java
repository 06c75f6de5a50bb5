package org.vgg4j.data.batch;

import com.google.common.primitives.Floats;
import com.google.common.primitives.Ints;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.vgg4j.core.graph.MiniBatch;
import org.vgg4j.data.image.Image;
import org.vgg4j.data.image.ImageSize;

/** A copy of a batch, which its memory outlives; equal where all bits are. */
record KeptBatch(List<Image> images, List<Integer> labels, List<List<Float>> shifts) {

  static KeptBatch of(MiniBatch batch) {
    return new KeptBatch(
        IntStream.range(0, batch.count()).mapToObj(i -> image(batch, i)).toList(),
        Ints.asList(batch.labels()),
        IntStream.range(0, batch.count())
            .mapToObj(i -> Floats.asList(batch.shifts()).subList(3 * i, 3 * i + 3))
            .toList());
  }

  private static Image image(MiniBatch batch, int index) {
    int bytes = batch.crop() * batch.crop() * Image.CHANNELS;
    return new Image(
        new ImageSize(batch.crop(), batch.crop()),
        Arrays.copyOfRange(batch.pixels(), index * bytes, (index + 1) * bytes));
  }

  /** The images of several batches, one after the other. */
  static KeptBatch joined(List<KeptBatch> batches) {
    return new KeptBatch(
        batches.stream().flatMap(batch -> batch.images().stream()).toList(),
        batches.stream().flatMap(batch -> batch.labels().stream()).toList(),
        batches.stream().flatMap(batch -> batch.shifts().stream()).toList());
  }
}
