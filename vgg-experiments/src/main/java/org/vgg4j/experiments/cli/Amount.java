package org.vgg4j.experiments.cli;

import org.vgg4j.experiments.table.Numbers;

/** In what a long work is counted. */
enum Amount {
  BYTES(" MiB", 1 << 20),
  IMAGES(" images", 1),
  /** An image counts once per view and test scale. */
  PASSES(" passes", 1);

  private final String unit;
  private final long unitSize;

  Amount(String unit, long unitSize) {
    this.unit = unit;
    this.unitSize = unitSize;
  }

  /** What stands behind a number on a bar. */
  String unit() {
    return unit;
  }

  /** How many make one of that unit. */
  long unitSize() {
    return unitSize;
  }

  /** An amount as people read it. */
  String text(long count) {
    return this == BYTES ? Numbers.bytes(count) : Numbers.whole(count) + unit;
  }
}
