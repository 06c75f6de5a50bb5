package org.vgg4j.eval;

import java.util.Optional;

/** Where the finished blocks of an evaluation are kept, in case it is interrupted. */
interface Blocks {
  /** Nothing is kept. */
  Blocks NONE =
      new Blocks() {
        @Override
        public Optional<float[]> kept(int block, int values) {
          return Optional.empty();
        }

        @Override
        public void keep(int block, float[] rows) {}
      };

  /**
   * The posteriors of a block that was finished before.
   *
   * @param values how many there must be
   */
  Optional<float[]> kept(int block, int values);

  /** Keeps the posteriors of a finished block, float32 (N, K). */
  void keep(int block, float[] rows);

  /** Where those of one view of several are kept, apart from the others'. */
  default Blocks of(String view) {
    return this;
  }
}
