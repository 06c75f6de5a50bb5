package org.vgg4j.experiments;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.List;
import org.vgg4j.core.graph.Device;
import org.vgg4j.core.spec.NetworkCatalogue;

/**
 * What a run of an experiment needs besides the experiment itself.
 *
 * @param data {@code generated} or a folder
 * @param out the output folder
 * @param seeds one repetition of the whole experiment each
 */
public record Settings(
    Preset preset,
    NetworkCatalogue networks,
    String data,
    Path out,
    List<Long> seeds,
    Device device) {
  public Settings {
    seeds = ImmutableList.copyOf(seeds);
  }
}
