package org.vgg4j.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What decides the rounding. */
class ProcessorKindTests {
  private static final Optional<String> ON = Optional.of("1");

  private static List<String> processor(String model, String flags) {
    return List.of(
        "processor\t: 0",
        "vendor_id\t: Maker",
        "model\t\t: " + model,
        "flags\t\t: " + flags,
        "",
        "processor\t: 1",
        "model\t\t: 99");
  }

  @Test
  void theNewestInstructionsStandInFront() {
    assertThat(ProcessorKind.text(processor("1", "sse avx fma avx2 rdtscp"), ON))
        .matches("avx2 #[0-9a-f]{6}");
  }

  @Test
  void whatChoosesKernelsTellsProcessorsApart() {
    String one = ProcessorKind.text(processor("1", "avx avx2"), ON);
    assertThat(ProcessorKind.text(processor("1", "avx rdtscp avx2"), ON)).isEqualTo(one);
    assertThat(ProcessorKind.text(processor("2", "avx avx2"), ON)).isNotEqualTo(one);
    assertThat(ProcessorKind.text(processor("1", "avx avx2 fma"), ON)).isNotEqualTo(one);
    assertThat(ProcessorKind.text(processor("1", "avx avx2"), Optional.empty())).isNotEqualTo(one);
  }

  @Test
  void aSystemThatSaysNothingIsUnknown() {
    assertThat(ProcessorKind.text(List.of(), ON)).isEqualTo(ProcessorKind.UNKNOWN);
  }
}
