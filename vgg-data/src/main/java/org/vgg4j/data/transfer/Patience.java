package org.vgg4j.data.transfer;

import java.time.Duration;

/**
 * How long a download bears with a bad connection.
 *
 * @param attempts in a row that may fail without a single new byte
 * @param pause before the second attempt; each further one is twice as long
 * @param silence after which a connection counts as broken
 */
record Patience(int attempts, Duration pause, Duration silence) {
  static final Patience DEFAULT = new Patience(5, Duration.ofSeconds(1), Duration.ofSeconds(60));

  /** Waits after so many failures in a row. */
  void rest(int failures) throws InterruptedException {
    Thread.sleep(pause.toMillis() << (failures - 1));
  }
}
