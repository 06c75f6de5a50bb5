package org.vgg4j.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vgg4j.core.Problem;
import org.vgg4j.core.Seed;
import org.vgg4j.core.graph.Averaging;
import org.vgg4j.eval.TestProtocol.View;

class TestProtocolTests {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "dense|Q=256",
        "dense|Q=256,384,512|flip",
        "dense|Q=384|average=posteriors",
        "dense|Q=224,256,288|flip|average=posteriors",
        "center-crop|Q=256",
        "center-crop|Q=256,512|flip"
      })
  void canonicalTextsReadAndPrintBack(String text) {
    assertThat(TestProtocol.parse(text)).hasToString(text);
  }

  @Test
  void theTextSaysAllThatAProtocolIs() {
    assertThat(TestProtocol.parse("dense|Q=256,384,512|flip"))
        .isEqualTo(new TestProtocol(View.DENSE, List.of(256, 384, 512), true, Averaging.SCORES));
    assertThat(TestProtocol.parse("center-crop|Q=256|average=posteriors"))
        .isEqualTo(new TestProtocol(View.CENTER_CROP, List.of(256), false, Averaging.POSTERIORS));
  }

  @Test
  void everyProtocolReadsBackEqual() {
    SplittableRandom random = new Seed(7).random();
    for (int i = 0; i < 200; i++) {
      TestProtocol protocol = protocol(random);
      assertThat(TestProtocol.parse(protocol.toString())).isEqualTo(protocol);
    }
  }

  private static TestProtocol protocol(SplittableRandom random) {
    View[] views = View.values();
    Averaging[] averagings = Averaging.values();
    return new TestProtocol(
        views[random.nextInt(views.length)],
        random.ints(random.nextInt(1, 5), 1, 100_000).boxed().toList(),
        random.nextBoolean(),
        averagings[random.nextInt(averagings.length)]);
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
          multi|Q=256                @ starts with multi; known: dense, center-crop
          centre-crop|Q=256          @ starts with centre-crop; did you mean center-crop?
          Q=256                      @ starts with Q=256; known: dense, center-crop
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
  void twoAveragesAreRefused() {
    String text = "dense|Q=256|average=scores|average=posteriors";
    assertThatThrownBy(() -> TestProtocol.parse(text))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.CONFIGURATION))
        .hasMessage(
            "test protocol " + text + ": averages scores and posteriors; write one of them");
  }

  @Test
  void aProtocolHasTestScalesAbove0() {
    assertThatThrownBy(() -> new TestProtocol(View.DENSE, List.of(), true, Averaging.SCORES))
        .hasMessage("a protocol has at least one test scale");
    assertThatThrownBy(() -> new TestProtocol(View.DENSE, List.of(0), true, Averaging.SCORES))
        .hasMessage("a test scale is at least 1 pixel");
  }
}
