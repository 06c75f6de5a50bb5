package org.vgg4j.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vgg4j.core.Problem;
import org.vgg4j.data.augment.ScaleRange;
import org.vgg4j.eval.TestProtocol;

class PresetTests {
  @ParameterizedTest
  @CsvSource({
    "paper, 256, 256",
    "paper, 256..512, 256..512",
    "mini, 256, 73",
    "mini, 384, 110",
    "mini, 256..512, 73..146",
    "smoke, 256, 37",
    "smoke, 384, 55",
    "smoke, 256..512, 37..73"
  })
  void trainScalesAreThePapersTimesTheFactor(String preset, String paper, String scaled) {
    assertThat(Preset.named(preset).scaled(ScaleRange.parse(paper)))
        .isEqualTo(ScaleRange.parse(scaled));
  }

  @Test
  void testScalesFollowAndTheRestOfTheProtocolStays() {
    assertThat(Preset.named("smoke").scaled(TestProtocol.parse("dense|Q=256,384,512|flip")))
        .hasToString("dense|Q=37,55,73|flip");
  }

  @ParameterizedTest
  @CsvSource({"paper, 224", "mini, 64", "smoke, 32"})
  void cropsAreThePapersTimesTheFactor(String preset, int crop) {
    assertThat(Preset.named(preset).recipe().crop()).isEqualTo(crop);
    assertThat(Preset.named(preset).factor().of(224)).isEqualTo(crop);
  }

  @Test
  void anUnknownPresetIsToldWithTheNearestName() {
    assertThatThrownBy(() -> Preset.named("smok"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("did you mean smoke?");
  }
}
