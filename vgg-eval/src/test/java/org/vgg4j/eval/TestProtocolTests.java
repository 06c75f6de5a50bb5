package org.vgg4j.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vgg4j.core.Problem;
import org.vgg4j.core.Seed;
import org.vgg4j.core.graph.Averaging;
import org.vgg4j.core.spec.Rounding;
import org.vgg4j.data.augment.Sample;
import org.vgg4j.data.image.ImageSize;
import org.vgg4j.data.image.Window;
import org.vgg4j.eval.Technique.CenterCrop;
import org.vgg4j.eval.Technique.Dense;
import org.vgg4j.eval.Technique.MultiCrop;
import org.vgg4j.eval.Technique.MultiCropAndDense;
import org.vgg4j.eval.Technique.TenCrop;

class TestProtocolTests {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "dense|Q=256",
        "dense|Q=256,384,512|flip",
        "dense|Q=384|average=posteriors",
        "dense|Q=224,256,288|flip|average=posteriors",
        "dense|Q=288|flip|pooling=floor",
        "dense|Q=288|average=posteriors|pooling=ceil",
        "center-crop|Q=256",
        "center-crop|Q=256,512|flip",
        "ten-crop|Q=256",
        "multi-crop|Q=256|grid=1x3",
        "multi-crop|Q=256,384,512|grid=5x5|flip",
        "multi-crop+dense|Q=256,384,512|grid=5x5|flip",
        "multi-crop+dense|Q=256|grid=5x5|average=posteriors|pooling=floor",
        "center-crop|Q=256|aspect=squashed",
        "dense|Q=256,384|flip|pooling=ceil|aspect=squashed"
      })
  void canonicalTextsReadAndPrintBack(String text) {
    assertThat(TestProtocol.parse(text)).hasToString(text);
  }

  @Test
  void theTextSaysAllThatAProtocolIs() {
    Dense dense = new Dense(true, Averaging.SCORES);
    assertThat(TestProtocol.parse("dense|Q=256,384,512|flip"))
        .isEqualTo(new TestProtocol(dense, List.of(256, 384, 512)));
    assertThat(TestProtocol.parse("multi-crop+dense|Q=256|grid=5x5|flip|pooling=floor"))
        .isEqualTo(
            new TestProtocol(
                new MultiCropAndDense(new MultiCrop(CropGrid.PAPER, true), dense),
                List.of(256),
                Optional.of(Rounding.FLOOR),
                Aspect.KEPT));
    assertThat(TestProtocol.parse("ten-crop|Q=256|aspect=squashed"))
        .isEqualTo(new TestProtocol(new TenCrop(), List.of(256)).with(Aspect.SQUASHED));
  }

  @Test
  void aSquashedImageIsRescaledToASquareOfWhichTheTechniqueSeesTheSame() {
    ImageSize original = new ImageSize(375, 500);
    ImageSize square = new ImageSize(256, 256);
    assertThat(TestProtocol.parse("center-crop|Q=256|aspect=squashed").samples(original, 224))
        .containsExactly(new Sample(square, new Window(16, 16, 224, 224), false));
    assertThat(TestProtocol.parse("dense|Q=256,384|aspect=squashed").samples(original, 224))
        .containsExactly(
            new Sample(square, Window.whole(square), false),
            Sample.whole(new ImageSize(384, 384), 384));
    assertThat(TestProtocol.parse("dense|Q=256").samples(original, 224))
        .containsExactly(Sample.whole(original, 256));
  }

  @Test
  void theSameProtocolWithAnotherTechniqueOrRescaleKeepsTheRest() {
    TestProtocol protocol = TestProtocol.parse("dense|Q=256,384|flip|pooling=ceil");
    assertThat(protocol.with(new Dense(false, Averaging.POSTERIORS)))
        .hasToString("dense|Q=256,384|average=posteriors|pooling=ceil");
    assertThat(protocol.with(Aspect.SQUASHED).at(List.of(256)))
        .hasToString("dense|Q=256|flip|pooling=ceil|aspect=squashed");
  }

  @Test
  void everyProtocolReadsBackEqual() {
    SplittableRandom random = new Seed(7).random();
    for (int i = 0; i < 300; i++) {
      TestProtocol protocol = protocol(random);
      assertThat(TestProtocol.parse(protocol.toString())).isEqualTo(protocol);
    }
  }

  private static TestProtocol protocol(SplittableRandom random) {
    List<Integer> scales = random.ints(random.nextInt(1, 5), 1, 100_000).boxed().toList();
    boolean flip = random.nextBoolean();
    CropGrid grid = new CropGrid(random.nextInt(1, 100), random.nextInt(1, 100));
    Dense dense = new Dense(flip, random.nextBoolean() ? Averaging.SCORES : Averaging.POSTERIORS);
    Optional<Rounding> pooling =
        Optional.of(random.nextBoolean() ? Rounding.FLOOR : Rounding.CEIL)
            .filter(rounding -> random.nextBoolean());
    Aspect aspect = random.nextBoolean() ? Aspect.KEPT : Aspect.SQUASHED;
    return switch (random.nextInt(5)) {
      case 0 -> new TestProtocol(new CenterCrop(flip), scales).with(aspect);
      case 1 -> new TestProtocol(new TenCrop(), scales);
      case 2 -> new TestProtocol(new MultiCrop(grid, flip), scales);
      case 3 -> new TestProtocol(dense, scales, pooling, aspect);
      default ->
          new TestProtocol(
              new MultiCropAndDense(new MultiCrop(grid, flip), dense), scales, pooling, aspect);
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          dense|Q=256|average=scores           ; dense|Q=256
          dense|Q=256|average=scores|flip      ; dense|Q=256|flip
          dense|Q=256|average=posteriors|flip  ; dense|Q=256|flip|average=posteriors
          dense|Q=0256                         ; dense|Q=256
          center-crop|Q=256|average=posteriors ; center-crop|Q=256
          multi-crop|Q=256|flip|grid=5x5       ; multi-crop|Q=256|grid=5x5|flip
          dense|Q=256|pooling=ceil|flip        ; dense|Q=256|flip|pooling=ceil
          dense|Q=256|aspect=kept              ; dense|Q=256
          dense|Q=256|aspect=squashed|flip     ; dense|Q=256|flip|aspect=squashed
          """)
  void defaultsAreNotPrintedAndPartsComeInOneOrder(String text, String canonical) {
    assertThat(TestProtocol.parse(text)).hasToString(canonical);
  }

  @Test
  void theSameProtocolAtOtherScalesKeepsTheRest() {
    TestProtocol protocol = TestProtocol.parse("dense|Q=256|flip|average=posteriors");
    assertThat(protocol.at(List.of(224, 288)))
        .hasToString("dense|Q=224,288|flip|average=posteriors");
    assertThat(protocol.at(List.of(224, 288)).scalesText()).isEqualTo("224,288");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      textBlock =
          """
          dens|Q=256                 @ starts with dens; did you mean dense?
          multi|Q=256                @ starts with multi; known: dense, center-crop, ten-crop,
          centre-crop|Q=256          @ starts with centre-crop; did you mean center-crop?
          Q=256                      @ starts with Q=256; known: dense, center-crop
          multi-crop                 @ lacks test scales; write multi-crop|Q=256 or
          multi-crop|Q=256|flip      @ lacks its grid; write grid=5x5, as in the paper
          multi-crop|Q=256|grid=5by5 @ has no use for grid=5by5; write grid=5x5, or other numbers
          multi-crop|Q=256|grid=0x5  @ has no use for grid=0x5; write grid=5x5, or other numbers
          multi-crop|Q=256|grid=5x5|grid=5x5   @ says grid=5x5 twice; write it once
          multi-crop|Q=256|grid=5x5|pooling=floor @ has no use for pooling=floor; known: flip, grid
          ten-crop|Q=256|flip        @ has no use for flip; known: aspect=kept, aspect=squashed
          dense|Q=256|aspect=squared @ has no use for aspect=squared; did you mean aspect=squashed?
          dense|Q=256|grid=5x5       @ has no use for grid=5x5; known: flip
          dense|Q=256|pooling=flor   @ has no use for pooling=flor; did you mean pooling=floor?
          dense                      @ lacks test scales; write dense|Q=256 or
          center-crop|flip           @ lacks test scales; write center-crop|Q=256 or
          dense|Q=                   @ lacks test scales
          dense|Q=256,               @ lacks test scales
          dense|Q=-256               @ lacks test scales
          dense|Q=1000000            @ lacks test scales
          dense|flip|Q=256           @ lacks test scales
          dense|Q=256,0              @ has a test scale of 0 pixels; write at least 1
          dense|Q=256|flop           @ has no use for flop; did you mean flip?
          dense|Q=256|average=score  @ has no use for average=score; did you mean average=scores?
          dense|Q=256|flip|flip      @ says flip twice; write it once
          """)
  void whatIsWrongIsSaidWithWhatWasMeant(String text, String expected) {
    assertThatThrownBy(() -> TestProtocol.parse(text))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith("test protocol " + text + ": " + expected);
  }

  @Test
  void twoFormsOfOneThingAreRefused() {
    assertRefused(
        "dense|Q=256|average=scores|average=posteriors",
        "says average=posteriors and average=scores; write one of them");
    assertRefused(
        "dense|Q=256|pooling=ceil|pooling=floor",
        "says pooling=floor and pooling=ceil; write one of them");
  }

  private static void assertRefused(String text, String message) {
    assertThatThrownBy(() -> TestProtocol.parse(text))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.CONFIGURATION))
        .hasMessage("test protocol " + text + ": " + message);
  }

  @Test
  void anImageIsGoneThroughOncePerViewAndScale() {
    assertThat(TestProtocol.parse("dense|Q=256,384,512|flip").passes()).isEqualTo(3);
    assertThat(TestProtocol.parse("multi-crop+dense|Q=256,384|grid=5x5").passes()).isEqualTo(4);
  }

  @Test
  void aProtocolHasTestScalesAbove0() {
    assertThatThrownBy(() -> new TestProtocol(new TenCrop(), List.of()))
        .hasMessage("a protocol has at least one test scale");
    assertThatThrownBy(() -> new TestProtocol(new TenCrop(), List.of(0)))
        .hasMessage("a test scale is at least 1 pixel");
  }
}
