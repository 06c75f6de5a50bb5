package org.vgg4j.experiments.plot;

/** What a panel shows, over the epochs. */
public enum Quantity {
  /** The training loss. */
  LOSS("Training loss"),
  /** Training and top-1 validation error. */
  ERROR("Error (%)"),
  /** The learning rate, on a logarithmic axis. */
  RATE("Learning rate");

  private final String title;

  Quantity(String title) {
    this.title = title;
  }

  /** What stands beside the axis. */
  String title() {
    return title;
  }
}
