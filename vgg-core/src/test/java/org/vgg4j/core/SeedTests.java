package org.vgg4j.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeedTests {
  private static final long GOLDEN = -890280177961159746L;

  @Test
  void equalPathsGiveEqualSeedsAndOthersDiffer() {
    Seed seed = new Seed(1);
    assertThat(seed.at("order").at(3)).isEqualTo(new Seed(1).at("order").at(3));
    assertThat(seed.at("order").at(3))
        .isNotEqualTo(seed.at("order").at(4))
        .isNotEqualTo(seed.at("sample").at(3))
        .isNotEqualTo(new Seed(2).at("order").at(3));
  }

  @Test
  void neighbouringNumbersGiveSeedsWithoutACollision() {
    Set<Seed> seeds = new HashSet<>();
    for (int epoch = 0; epoch < 100; epoch++) {
      for (int image = 0; image < 1000; image++) {
        seeds.add(new Seed(7).at(epoch).at(image));
      }
    }
    assertThat(seeds).hasSize(100_000);
  }

  @Test
  void aSeedIsTheSameOnEveryMachineAndInEveryVersion() {
    assertThat(new Seed(1).at("conv1_1/weights").at(2).value()).isEqualTo(GOLDEN);
  }
}
