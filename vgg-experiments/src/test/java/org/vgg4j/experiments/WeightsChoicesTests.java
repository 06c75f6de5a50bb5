package org.vgg4j.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vgg4j.core.Problem;

class WeightsChoicesTests {
  private static final Experiment TABLE_6 = Experiments.named("table6");

  @Test
  void aNetworkAloneMeansTheOneTrainedOnJitteredScalesAsItWasPublished() {
    assertThat(WeightsChoice.parse("D=d=1.safetensors"))
        .isEqualTo(new WeightsChoice("D/256..512", Path.of("d=1.safetensors")));
    assertThat(WeightsChoice.parse("D/384=d").training()).isEqualTo("D/384");
    assertThatThrownBy(() -> WeightsChoice.parse("D.safetensors"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("write it like D=D.safetensors");
  }

  @Test
  void aTrainingWithSettingsOfItsOwnIsNotThePublishedOne() {
    WeightsChoices weights = choices(false, "D=d", "E=e");
    assertThat(TABLE_6.rows().get(0).tests()).allMatch(weights::isTrained);
    assertThat(TABLE_6.rows().get(1).tests()).noneMatch(weights::isTrained);
  }

  @Test
  void withoutTrainingRowsThatNeedItOnlyHaveThePapersNumbersAndNoClaimNeedsThem() {
    Experiment table = choices(true, "D=d").fillable(Experiments.named("table3"));
    assertThat(table.rows())
        .filteredOn(row -> row.cited() == null)
        .extracting(Row::label)
        .containsExactly("D/256..512");
    assertThat(table.rows().get(0).cited()).isEqualTo("not trained: --weights-only");
    assertThat(table.claimed()).isEmpty();
    assertThat(choices(true, "D=d").remark(Experiments.named("table3")))
        .hasValueSatisfying(line -> assertThat(line).contains("9 of 9 claims are left out"));
  }

  @Test
  void aTrainingThatNoRowHasIsToldWithTheNearest() {
    assertThatThrownBy(
            () -> choices(false, "D/385=d").checkUsed(List.of(Experiments.named("table3"))))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("did you mean D/384?");
  }

  @Test
  void twoFilesForOneTrainingAndNoneAloneAreRefused() {
    assertThatThrownBy(() -> choices(false, "D=d", "D/256..512=e"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("fills rows that another file fills");
    assertThatThrownBy(() -> choices(true))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("name weights");
  }

  private static WeightsChoices choices(boolean only, String... texts) {
    return new WeightsChoices(List.of(texts).stream().map(WeightsChoice::parse).toList(), only);
  }
}
