package org.vgg4j.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What decides the rounding. */
class ProcessorTests {
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
    assertThat(Processor.text(processor("1", "sse avx fma avx2 rdtscp"), ON))
        .matches("avx2 #[0-9a-f]{6}");
  }

  @Test
  void whatChoosesKernelsTellsProcessorsApart() {
    String one = Processor.text(processor("1", "avx avx2"), ON);
    assertThat(Processor.text(processor("1", "avx rdtscp avx2"), ON)).isEqualTo(one);
    assertThat(Processor.text(processor("2", "avx avx2"), ON)).isNotEqualTo(one);
    assertThat(Processor.text(processor("1", "avx avx2 fma"), ON)).isNotEqualTo(one);
    assertThat(Processor.text(processor("1", "avx avx2"), Optional.empty())).isNotEqualTo(one);
  }

  @Test
  void aSystemThatSaysNothingIsUnknown() {
    assertThat(Processor.text(List.of(), ON)).isEqualTo(Processor.UNKNOWN);
  }
}
