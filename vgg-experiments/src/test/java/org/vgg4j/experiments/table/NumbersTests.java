package org.vgg4j.experiments.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTests {
  @Test
  void countsAreGroupedAndShortened() {
    assertThat(Numbers.whole(138_357_544)).isEqualTo("138,357,544");
    assertThat(Numbers.billions(15_470_264_320L)).isEqualTo("15.47");
    assertThat(Numbers.millions(86_704_128)).isEqualTo("86.7");
  }

  @Test
  void bytesComeInTheUnitThatFits() {
    assertThat(Numbers.bytes(1536)).isEqualTo("1.5 KiB");
    assertThat(Numbers.bytes(3L << 19)).isEqualTo("1.5 MiB");
    assertThat(Numbers.bytes(3L << 29)).isEqualTo("1.50 GiB");
  }

  @Test
  void durationsComeInMinutesHoursOrDays() {
    assertThat(Numbers.duration(123)).isEqualTo("2:03");
    assertThat(Numbers.duration(3723)).isEqualTo("1:02:03");
    assertThat(Numbers.duration(12.4 * 86_400)).isEqualTo("12 days");
  }

  @Test
  void decimalsAreAsManyAsAskedForAndNothingHasNoSign() {
    assertThat(Numbers.decimals(0.305, 1)).isEqualTo("0.3");
    assertThat(Numbers.decimals(-0.26, 1)).isEqualTo("-0.3");
    assertThat(Numbers.decimals(-0.04, 1)).isEqualTo("0.0");
    assertThat(Numbers.decimals(-0.4, 0)).isEqualTo("0");
  }

  @Test
  void probabilitiesHaveTwoDigitsThatMatter() {
    assertThat(Numbers.probability(0.005401572)).isEqualTo("0.0054");
    assertThat(Numbers.probability(0.02986)).isEqualTo("0.03");
    assertThat(Numbers.probability(1)).isEqualTo("1");
    assertThat(Numbers.probability(0.876953)).isEqualTo("0.88");
    assertThat(Numbers.probability(0.00009)).isEqualTo("<0.0001");
    assertThat(Numbers.probability(0)).isEqualTo("<0.0001");
  }
}
