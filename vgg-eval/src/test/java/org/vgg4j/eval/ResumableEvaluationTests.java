package org.vgg4j.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vgg4j.core.Problem;
import org.vgg4j.data.image.Filter;
import org.vgg4j.data.image.ImageSize;
import org.vgg4j.data.source.ImageDataset;

/** Test scales so large that a block has eight images. */
@Timeout(60)
class ResumableEvaluationTests {
  private static final int IMAGES = 20;
  private static final TestProtocol PROTOCOL = TestProtocol.parse("dense|Q=1500|flip");
  private static final Map<String, String> MADE_FROM = Map.of("weights", "0123", "vgg4j", "1");
  private static final ImageDataset SPLIT =
      new FakeSplit(IMAGES, List.of(new ImageSize(30, 40), new ImageSize(40, 30)));

  @TempDir private Path folder;
  private final AtomicInteger opened = new AtomicInteger();
  private final Evaluator evaluator =
      new Evaluator(new FakeScorer(), new CountingSplit(SPLIT, opened), Filter.BILINEAR, 1);

  /** Ends the evaluation when so many passes are done, and remembers what it hears. */
  private static final class Interruption implements EvaluationProgress {
    private final int end;
    private final List<String> remarks = new ArrayList<>();
    private int done;
    private int kept;

    Interruption(int end) {
      this.end = end;
    }

    @Override
    public void done(int passes) {
      done += passes;
      if (done >= end) {
        throw new CancellationException();
      }
    }

    @Override
    public void kept(int passes) {
      kept += passes;
    }

    @Override
    public void remark(String text) {
      remarks.add(text);
    }
  }

  private Path file() {
    return folder.resolve("posteriors.safetensors");
  }

  private Posteriors run(Map<String, String> madeFrom, EvaluationProgress progress) {
    return new ResumableEvaluation(evaluator, file()).run(PROTOCOL, madeFrom, progress);
  }

  private void interruptAt(int passes) {
    assertThatThrownBy(() -> run(MADE_FROM, new Interruption(passes)))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void anInterruptedEvaluationGoesOnAtItsLastBlockToTheSameBits() throws IOException {
    Posteriors whole = evaluator.evaluate(PROTOCOL, MADE_FROM, EvaluationProgress.none());
    whole.save(folder.resolve("whole.safetensors"));
    interruptAt(3);
    interruptAt(13);
    interruptAt(2);
    assertThat(file()).doesNotExist();
    Interruption never = new Interruption(IMAGES);
    run(MADE_FROM, never);
    assertThat(never.kept).isEqualTo(8);
    assertThat(never.done).isEqualTo(12);
    assertThat(file()).hasSameBinaryContentAs(folder.resolve("whole.safetensors"));
    assertThat(folder.resolve("posteriors.safetensors.blocks")).doesNotExist();
  }

  @Test
  void anInterruptedEvaluationByTwoTechniquesGoesOnInTheSecond() throws IOException {
    TestProtocol both = TestProtocol.parse("multi-crop+dense|Q=1500|grid=1x1|flip");
    evaluator.evaluate(both, MADE_FROM, EvaluationProgress.none()).save(folder.resolve("whole"));
    ResumableEvaluation evaluation = new ResumableEvaluation(evaluator, file());
    int inTheSecondBlockOfTheSecond = IMAGES + 9;
    assertThatThrownBy(
            () -> evaluation.run(both, MADE_FROM, new Interruption(inTheSecondBlockOfTheSecond)))
        .isInstanceOf(CancellationException.class);
    Interruption never = new Interruption(2 * IMAGES);
    evaluation.run(both, MADE_FROM, never);
    assertThat(never.kept).isEqualTo(IMAGES + 8);
    assertThat(file()).hasSameBinaryContentAs(folder.resolve("whole"));
  }

  @Test
  void aFinishedEvaluationIsReadAndNotDoneAgain() {
    run(MADE_FROM, EvaluationProgress.none());
    int before = opened.get();
    Interruption listener = new Interruption(1);
    assertThat(run(Map.of("weights", "0123", "vgg4j", "2"), listener).images()).isEqualTo(IMAGES);
    assertThat(opened).hasValue(before);
    assertThat(listener.remarks).containsExactly(file() + " has the posteriors already");
  }

  @Test
  void aFileOfOtherSettingsIsRefusedWithTheDifference() {
    run(MADE_FROM, EvaluationProgress.none());
    assertRefused(Map.of("weights", "4567"), file() + ": was made with weights 0123, not 4567; ");
    assertRefused(
        Map.of("weights", "0123", "partial", "2 of 20 images"),
        file() + ": was made with partial unsaid, not 2 of 20 images; ");
  }

  @Test
  void blocksOfOtherSettingsAreRefusedWithTheDifference() {
    interruptAt(13);
    assertRefused(
        Map.of("weights", "4567"), file() + ".blocks: was made with weights 0123, not 4567; ");
  }

  @Test
  void aPlaceWhereNothingCanBeWrittenIsToldBeforeTheWork() throws IOException {
    Path noFolder = Files.writeString(folder.resolve("file"), "").resolve("out.safetensors");
    assertThatThrownBy(
            () ->
                new ResumableEvaluation(evaluator, noFolder)
                    .run(PROTOCOL, MADE_FROM, EvaluationProgress.none()))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith(noFolder + ".blocks: can't be made (");
    assertThat(opened).hasValue(0);
  }

  @Test
  void anEvaluationThatEndsBeforeItsFirstBlockLeavesNothingBehind() {
    interruptAt(1);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aDamagedBlockIsNamed() throws IOException {
    interruptAt(13);
    Path block = folder.resolve("posteriors.safetensors.blocks/000000.safetensors");
    byte[] bytes = Files.readAllBytes(block);
    bytes[bytes.length - 1] ^= 1;
    Files.write(block, bytes);
    assertRefused(MADE_FROM, block + ": is not a sound safetensors file: its values differ");
  }

  private void assertRefused(Map<String, String> madeFrom, String message) {
    assertThatThrownBy(() -> run(madeFrom, EvaluationProgress.none()))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.DATA))
        .hasMessageStartingWith(message);
  }
}
