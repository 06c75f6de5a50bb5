package org.vgg4j.eval;

import java.util.function.IntConsumer;

/**
 * Hears how an evaluation goes, in passes: an image counts once per view and test scale ({@link
 * TestProtocol#passes}). It may end the evaluation by throwing; finished blocks are kept.
 */
@FunctionalInterface
public interface EvaluationProgress {
  /** So many passes more are done. */
  void done(int passes);

  /** So many passes were done by an earlier run of the same evaluation. */
  default void kept(int passes) {
    done(passes);
  }

  /** Something that people should know. */
  default void remark(String text) {}

  /** Counts passes and forgets the rest. */
  static EvaluationProgress counting(IntConsumer counter) {
    return counter::accept;
  }

  /** Nobody listens. */
  static EvaluationProgress none() {
    return passes -> {};
  }
}
