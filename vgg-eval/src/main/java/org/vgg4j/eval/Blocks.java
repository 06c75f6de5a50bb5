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

  /** The same place, whose first blocks others have. */
  default Blocks after(int others) {
    Blocks all = this;
    return new Blocks() {
      @Override
      public Optional<float[]> kept(int block, int values) {
        return all.kept(others + block, values);
      }

      @Override
      public void keep(int block, float[] rows) {
        all.keep(others + block, rows);
      }
    };
  }
}
