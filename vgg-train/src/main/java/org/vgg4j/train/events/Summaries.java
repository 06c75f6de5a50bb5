package org.vgg4j.train.events;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import org.tensorflow.proto.Summary;
import org.vgg4j.train.EpochSummary;

/** Turns what is known of a training into what TensorBoard draws. */
final class Summaries {
  private Summaries() {}

  /** The numbers of one epoch; a tag's part before the slash is the group that it is shown in. */
  static Summary of(EpochSummary epoch) {
    return scalars(
        ImmutableMap.<String, Double>builder()
            .putAll(
                epoch.gradientScales().entrySet().stream()
                    .collect(
                        toImmutableMap(
                            layer -> "gradients/" + layer.getKey(), Map.Entry::getValue)))
            .put("loss/weight-decay", epoch.weightDecayLoss())
            .put("loss/cross-entropy", epoch.loss())
            .put("error/train", epoch.trainError())
            .put("error/top-1", epoch.validationTop1())
            .put("error/top-5", epoch.validationTop5())
            .put("rate/learning-rate", epoch.rate())
            .put("speed/images per second", epoch.imagesPerSecond())
            .put("speed/data wait", epoch.dataWait())
            .buildOrThrow());
  }

  /** Numbers by tag. */
  static Summary scalars(Map<String, Double> numbers) {
    Summary.Builder summary = Summary.newBuilder();
    numbers.forEach((tag, number) -> summary.addValue(scalar(tag, number)));
    return summary.build();
  }

  /** How values are distributed. */
  static Summary histogram(String tag, float[] values) {
    return Summary.newBuilder()
        .addValue(Summary.Value.newBuilder().setTag(tag).setHisto(Histogram.of(values)))
        .build();
  }

  private static Summary.Value scalar(String tag, double number) {
    return Summary.Value.newBuilder().setTag(tag).setSimpleValue((float) number).build();
  }
}
