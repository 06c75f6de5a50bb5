package org.vgg4j.data.statistics;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * Images that are the same, byte for byte.
 *
 * @param ids two or more, in the order of the splits
 * @param leaks whether one is in {@code train} and another in {@code val}: what is measured then
 *     was learnt by heart
 * @param contradicts whether they have different labels
 */
public record SameContent(List<String> ids, boolean leaks, boolean contradicts) {
  public SameContent {
    ids = ImmutableList.copyOf(ids);
  }
}
