package org.vgg4j.experiments.gate;

/** What networks were trained on, as far as it decides bits. */
final class Machines {
  /** What a machine is called of which nothing is known. */
  static final String UNKNOWN = "#unknown";

  private Machines() {}

  /**
   * Whether both texts mean machines that give the same bits; one of which nothing is known not.
   */
  static boolean same(String one, String other) {
    return one.equals(other) && one.contains("#") && !one.contains(UNKNOWN);
  }
}
