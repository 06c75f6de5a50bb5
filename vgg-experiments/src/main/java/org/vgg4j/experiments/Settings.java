package org.vgg4j.experiments;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.List;
import org.vgg4j.core.graph.Device;
import org.vgg4j.core.spec.NetworkCatalogue;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.train.Safeguards;

/**
 * What a run of an experiment needs besides the experiment itself.
 *
 * @param data what to learn from and to test on
 * @param out the output folder
 * @param seeds one repetition of the whole experiment each: one or more, all different
 * @param device where to compute, with the threads of all stages together
 * @param parallelStages stages that run side by side
 * @param safeguards of each training
 * @param histograms whether the events of each training tell how its parameters are distributed
 * @param weights which rows are filled from files of weights
 */
public record Settings(
    Preset preset,
    NetworkCatalogue networks,
    DataSettings data,
    Path out,
    List<Long> seeds,
    Device device,
    int parallelStages,
    Safeguards safeguards,
    boolean histograms,
    WeightsChoices weights) {
  public Settings {
    seeds = ImmutableList.copyOf(seeds);
    checkArgument(!seeds.isEmpty(), "an experiment has at least 1 seed");
    checkArgument(
        seeds.stream().distinct().count() == seeds.size(), "seeds are twice in %s", seeds);
    checkArgument(parallelStages > 0, "at least 1 stage runs at a time, not %s", parallelStages);
  }

  /** The same run with some rows filled from files of weights. */
  public Settings with(WeightsChoices choices) {
    return new Settings(
        preset,
        networks,
        data,
        out,
        seeds,
        device,
        parallelStages,
        safeguards,
        histograms,
        choices);
  }

  /** A network as the preset has it, for a number of classes. */
  NetworkSpec networkOf(String name, int classes) {
    return preset.recipe().applyTo(networks.network(name)).withClasses(classes);
  }

  /** The device with the threads that one of several stages side by side has. */
  Device threadsOfOneStage() {
    return device.withThreads(Math.max(1, device.threads() / parallelStages));
  }
}
