package org.vgg4j.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vgg4j.eval.Posteriors;

/** {@code vgg ensemble}, from outside. */
class EnsembleCommandTests {
  @TempDir private Path folder;

  private final Terminal terminal = new Terminal();
  private StoreFiles stores = new StoreFiles(Path.of(""));

  @BeforeEach
  void place() {
    stores = new StoreFiles(folder);
  }

  @Test
  void partsAndTheirMeanAreShownAndTheMeanIsKept() {
    String first = stores.wrong("a", 40);
    String second = stores.wrong("b", 0);
    Path out = folder.resolve("out.safetensors");
    assertThat(terminal.vgg("ensemble", first, second, "--shares", "1,3", "--out", out.toString()))
        .as(terminal.err())
        .isZero();
    assertThat(terminal.out())
        .containsPattern("a\\.safetensors +\\| dense\\\\\\|Q=256 +\\| +20\\.0 \\|")
        .containsPattern("ensemble +\\| dense\\\\\\|Q=256 +\\| +0\\.0 \\|")
        .doesNotContain("wrote");
    assertThat(terminal.err()).contains("wrote " + out);
    Posteriors fused = Posteriors.load(out);
    assertThat(fused.of(0, 0)).isCloseTo(0.25f * 0.05f + 0.75f * 0.75f, within(1e-6f));
    assertThat(fused.madeFrom())
        .containsEntry("part 1 store", first)
        .containsEntry("part 2 weight", "3.0");
  }

  @Test
  void anEnsembleOfPartsOfASplitIsSaidToBePartial() {
    Map<String, String> part = Map.of("partial", "200 of 50000 images");
    assertThat(terminal.vgg("ensemble", stores.wrong("a", 9, part), stores.wrong("b", 8, part)))
        .isZero();
    assertThat(terminal.err()).contains("PARTIAL: 200 of 50000 images");
  }

  @Test
  void storesOfOtherImagesEndInExitCode3AndNothingIsWritten() {
    Path out = folder.resolve("out.safetensors");
    assertThat(
            terminal.vgg(
                "ensemble", stores.wrong("a", 4), stores.shorter("b"), "--out", out.toString()))
        .isEqualTo(3);
    assertThat(terminal.err()).contains("lacks image val/199 of").hasLineCount(1);
    assertThat(out).doesNotExist();
  }

  @Test
  void aPartOfTheEnsembleIsNotWrittenOver() {
    String first = stores.wrong("a", 4);
    String other = folder.resolve("x").resolve("..").resolve("a.safetensors").toString();
    assertThat(terminal.vgg("ensemble", first, stores.wrong("b", 4), "--out", other)).isEqualTo(2);
    assertThat(terminal.err()).contains("is a part of the ensemble and would be lost");
    assertThat(Posteriors.load(Path.of(first)).madeFrom()).doesNotContainKey("ensemble");
  }

  @Test
  void sharesThatDoNotFitEndInExitCode2() {
    String first = stores.wrong("a", 4);
    assertThat(terminal.vgg("ensemble", first, first, "--shares", "1,2,3")).isEqualTo(2);
    assertThat(terminal.err()).contains("--shares: has 3 numbers for 2 files; give one a file");
    terminal.clear();
    assertThat(terminal.vgg("ensemble", first, first, "--shares", "1,-2")).isEqualTo(2);
    assertThat(terminal.err()).contains("--shares: has -2.0; use numbers above 0");
  }
}
