package org.vgg4j.eval.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class McNemarTests {
  private static Offset<Double> relative(double expected) {
    return within(1e-9 * expected);
  }

  @Test
  void exactAndMidPAreThoseOfIndependentSoftware() {
    List<JsonNode> cases = GoldenStatistics.cases("mcnemar");
    assertThat(cases).hasSize(7);
    for (JsonNode golden : cases) {
      McNemar test = new McNemar(golden.get("b").asInt(), golden.get("c").asInt());
      double exact = golden.get("exact_p").asDouble();
      assertThat(test.exactP()).as("exact p of %s", golden).isCloseTo(exact, relative(exact));
      double mid = golden.path("mid_p").asDouble(1); // undefined without discordant images: 1
      assertThat(test.midP()).as("mid-p of %s", golden).isCloseTo(mid, relative(mid));
    }
  }

  @Test
  void whichIsFirstDoesNotMatterToATwoSidedTest() {
    assertThat(new McNemar(1, 8).exactP()).isEqualTo(new McNemar(8, 1).exactP());
    assertThat(new McNemar(1, 8).midP()).isEqualTo(new McNemar(8, 1).midP());
  }

  @Test
  void aSingleDiscordantImageShowsNothing() {
    assertThat(new McNemar(0, 1).exactP()).isEqualTo(1);
    assertThat(new McNemar(0, 1).midP()).isEqualTo(0.5);
  }

  @Test
  void thousandsOfDiscordantImagesHaveAPNoSmallerThanNothing() {
    assertThat(new McNemar(0, 5000).exactP()).isBetween(0.0, 1e-300);
    assertThat(new McNemar(7400, 7600).exactP()).isBetween(0.09, 0.11);
  }

  @Test
  void onlyImagesThatOneOfTheTwoGetsWrongCount() {
    RankedImages first = RankedImages.of("A", Stores.withRanks(7, 1, 6, 7, 1, 2));
    RankedImages second = RankedImages.of("B", Stores.withRanks(7, 1, 7, 1, 2, 3));
    assertThat(McNemar.of(first, second, 1)).isEqualTo(new McNemar(1, 1));
    assertThat(McNemar.of(first, second, 5)).isEqualTo(new McNemar(1, 0));
  }

  @Test
  void impossibleCountsAreRefused() {
    assertThatThrownBy(() -> new McNemar(-1, 2)).hasMessage("impossible counts: -1, 2");
  }
}
