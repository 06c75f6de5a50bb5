package org.vgg4j.experiments.doctor;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The processor, and which of TensorFlow's kernels it gets.
 *
 * @param processors that the process may use
 */
record ProcessorCheck(Machine machine, int processors) {
  private static final ImmutableList<String> TOLD =
      ImmutableList.of("avx", "avx2", "fma", "avx512f", "avx512_vnni", "avx512_bf16", "amx_tile");
  private static final Splitter SPACE = Splitter.on(' ').omitEmptyStrings();
  private static final String SWITCH = "TF_ENABLE_ONEDNN_OPTS";

  List<Finding> findings() {
    Set<String> features = features();
    return ImmutableList.of(processor(features), kernels(features), determinism());
  }

  private Finding processor(Set<String> features) {
    String count = processors + (processors == 1 ? " processor" : " processors");
    if (features.isEmpty()) {
      return Finding.ok("processor", count + "; its features are unknown");
    }
    String told = String.join(" ", TOLD.stream().filter(features::contains).toList());
    return features.contains("avx")
        ? Finding.ok("processor", count + " with " + told)
        : Finding.missing(
            "processor", count + " without AVX", "TensorFlow's library needs AVX: use a newer one");
  }

  /** Without AVX-512 TensorFlow leaves its fast kernels off unless told otherwise. */
  private Finding kernels(Set<String> features) {
    String setting = machine.variable(SWITCH).orElse("");
    boolean fast = setting.isEmpty() ? features.contains("avx512f") : !setting.equals("0");
    String set = SWITCH + (setting.isEmpty() ? " is not set" : "=" + setting);
    return fast
        ? Finding.ok("oneDNN kernels", "on (" + set + ")")
        : Finding.warning(
            "oneDNN kernels",
            "off (" + set + "), training takes about twice as long",
            "start the program by ./vgg, or set " + SWITCH + "=1");
  }

  private Finding determinism() {
    boolean on = machine.variable("TF_DETERMINISTIC_OPS").filter("1"::equals).isPresent();
    return on
        ? Finding.ok("deterministic mode", "on")
        : Finding.warning(
            "deterministic mode",
            "off, equal seeds may give other bits on a graphics card",
            "start the program by ./vgg, or set TF_DETERMINISTIC_OPS=1");
  }

  private Set<String> features() {
    return machine
        .text("/proc/cpuinfo")
        .flatMap(text -> text.lines().filter(l -> l.matches("(flags|Features)\\s*:.*")).findFirst())
        .map(line -> (Set<String>) new LinkedHashSet<>(SPACE.splitToList(line)))
        .orElse(Set.of());
  }
}
