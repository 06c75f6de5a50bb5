package org.vgg4j.experiments.gate;

import com.google.common.collect.ImmutableSortedMap;
import java.util.List;
import java.util.Map;

/**
 * What the program computes: of a version that somebody approved, or now. All by name.
 *
 * @param exact texts that are the same on every machine
 * @param probes numbers that processors round differently
 * @param cells the tables' results
 * @param speed images/s in units of a matrix product; empty where it was not measured
 */
public record Reference(
    Map<String, String> exact,
    Map<String, List<Double>> probes,
    Map<String, CellRecord> cells,
    Map<String, Double> speed) {
  public Reference {
    exact = ImmutableSortedMap.copyOf(exact);
    probes = ImmutableSortedMap.copyOf(probes);
    cells = ImmutableSortedMap.copyOf(cells);
    speed = ImmutableSortedMap.copyOf(speed);
  }

  /** The same, with the speed of another where none was measured. */
  public Reference orSpeedOf(Reference other) {
    return speed.isEmpty() ? new Reference(exact, probes, cells, other.speed) : this;
  }

  /**
   * What differs from an older one, one line each and sorted, for who approves it; however little
   * it is.
   */
  public String changesSince(Reference old) {
    return new Changes(old, this).text();
  }
}
