package org.vgg4j.core.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WidthTests {
  @ParameterizedTest
  @CsvSource({
    "1/8,1/8",
    "0.125,1/8",
    "4/32,1/8",
    "1,1",
    "2.0,2",
    "0.3,3/10",
    "123.456789,123456789/1000000",
    "3/2,3/2"
  })
  void equalFactorsAreOneValue(String text, String canonical) {
    assertThat(Width.parse(text)).hasToString(canonical).isEqualTo(Width.parse(canonical));
  }

  @ParameterizedTest
  @CsvSource({"1/8,64,8", "1/8,20,3", "1/8,19,2", "1/8,12,2", "1/64,8,1", "3/2,5,8", "1,512,512"})
  void channelsRoundToTheNearestAndStayAtLeastOne(String width, int channels, int scaled) {
    assertThat(Width.parse(width).of(channels)).isEqualTo(scaled);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "0/3", "1/0", "-1", "1/8/2", "wide", "1e-3", "1/-8"})
  void anythingElseIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Width.parse(text))
        .withMessageContaining("a width is");
  }

  @Test
  void moreChannelsThanTheNotationWritesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Width(999, 1).of(4096))
        .withMessageContaining("width 999 of 4096 channels is more than 999999");
  }
}
