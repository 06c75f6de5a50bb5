package org.vgg4j.experiments;

import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.util.List;
import org.vgg4j.core.graph.Device;
import org.vgg4j.core.graph.GraphSession;
import org.vgg4j.core.weights.TensorFile;
import org.vgg4j.data.image.Decoding;
import org.vgg4j.data.image.Filter;
import org.vgg4j.eval.TestProtocol;

/**
 * What is remembered of how posteriors came about, under the keys of {@link #metadata}.
 *
 * @param weights the file; its own metadata are kept too: network, crop, mean, scale
 * @param interpolation how images were rescaled
 * @param tested which images
 * @param device where, and with how many threads, which decides about the last bits
 */
public record EvaluationRecord(
    Path weights, TestProtocol protocol, Filter interpolation, Tested tested, Device device) {
  /**
   * Which images are tested.
   *
   * @param data the data set as the user named it
   * @param hash what identifies its content
   * @param decoding how its files become pixels
   * @param skipped ids of images that were left out as they can't be decoded
   * @param partial which part of the split, such as {@code 500 of 50000 images}; empty for all
   */
  public record Tested(
      String data, String hash, Decoding decoding, List<String> skipped, String partial) {}

  /** The record as metadata of a file. */
  public ImmutableMap<String, String> metadata() {
    return ImmutableMap.<String, String>builder()
        .putAll(TensorFile.open(weights).metadata())
        .put("weights", TensorFile.sha256(weights))
        .put("protocol", protocol.toString())
        .put("interpolation", interpolation.toString())
        .put("data", tested.data)
        .put("dataHash", tested.hash)
        .put("decoding", tested.decoding.toString())
        .put("skipped", String.join(" ", tested.skipped))
        .put("partial", tested.partial)
        .put("device", device.toString())
        .put("threads", Integer.toString(device.threads()))
        .put("tensorFlow", GraphSession.tensorFlowVersion())
        .put("vgg4j", Build.version())
        .buildKeepingLast();
  }
}
