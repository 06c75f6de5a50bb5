package org.vgg4j.data.statistics;

import com.google.common.collect.ImmutableList;
import java.util.List;

/** To be replaced. */
public record PrincipalComponents(List<Double> values, List<List<Double>> vectors) {
  public static final PrincipalComponents KRIZHEVSKY =
      new PrincipalComponents(
          ImmutableList.of(0.2175 * 255 * 255, 0.0188 * 255 * 255, 0.0045 * 255 * 255),
          ImmutableList.of(
              ImmutableList.of(0.5675, 0.5808, 0.5836),
              ImmutableList.of(0.7192, -0.0045, -0.6948),
              ImmutableList.of(-0.4009, 0.8140, -0.4203)));
}
