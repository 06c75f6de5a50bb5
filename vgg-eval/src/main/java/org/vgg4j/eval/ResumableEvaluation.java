package org.vgg4j.eval;

import com.google.common.collect.ImmutableMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.vgg4j.core.Problem;

/**
 * An evaluation that can be interrupted at any time: finished blocks are kept in a folder beside
 * the file, {@code FILE.blocks}, from which the same evaluation goes on, to the same bits. At the
 * end the file is written and the folder removed. A finished evaluation is read, not done again.
 */
public final class ResumableEvaluation {
  private final Evaluator evaluator;
  private final Path file;

  /**
   * Does nothing yet.
   *
   * @param file where the posteriors are kept
   */
  public ResumableEvaluation(Evaluator evaluator, Path file) {
    this.evaluator = evaluator;
    this.file = file;
  }

  /**
   * The posteriors, from the file if they are there.
   *
   * @param madeFrom what made them; all of it must be the same for the file or for blocks to be
   *     used, but for the version under {@code vgg4j}
   * @throws Problem if the file or the blocks are of an evaluation with other settings, naming the
   *     first difference
   */
  public Posteriors run(
      TestProtocol protocol, Map<String, String> madeFrom, EvaluationProgress progress) {
    if (Files.exists(file)) {
      Posteriors finished = Posteriors.load(file);
      MadeFrom.checkSame(file, finished.madeFrom(), madeFrom);
      progress.remark(file + " has the posteriors already");
      return finished;
    }
    BlockFolder blocks = new BlockFolder(folder(file), ImmutableMap.copyOf(madeFrom));
    blocks.make();
    try {
      Posteriors posteriors = evaluator.evaluate(protocol, madeFrom, progress, blocks);
      posteriors.save(file);
      blocks.remove();
      return posteriors;
    } finally {
      blocks.removeIfEmpty();
    }
  }

  /** Whether the posteriors, or some blocks of them, are there already. */
  public static boolean isBegun(Path file) {
    return Files.exists(file) || Files.exists(folder(file));
  }

  private static Path folder(Path file) {
    return file.resolveSibling(file.getFileName() + ".blocks");
  }
}
