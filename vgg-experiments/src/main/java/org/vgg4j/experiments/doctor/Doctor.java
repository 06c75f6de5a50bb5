package org.vgg4j.experiments.doctor;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vgg4j.data.Reading;

/**
 * Looks at everything that the program needs.
 *
 * @param out the output folder that is going to be used
 * @param data the place of a data set; empty to look at none
 * @param reading how it is read
 */
public record Doctor(Path out, Optional<String> data, Reading reading) {

  /** Everything that was found, in the order in which it is needed. */
  public List<Finding> findings(Machine machine) {
    Runtime runtime = Runtime.getRuntime();
    ImmutableList.Builder<Finding> findings = ImmutableList.builder();
    findings.add(JavaCheck.of(Runtime.version(), System.getProperty("java.vendor", "unknown")));
    findings.addAll(
        new SystemCheck(machine, System.getProperty("os.name"), System.getProperty("os.arch"))
            .findings());
    Finding tensorFlow = TensorFlowCheck.here().finding();
    findings.add(tensorFlow);
    findings.addAll(new ProcessorCheck(machine, runtime.availableProcessors()).findings());
    findings.addAll(GraphicsCheck.here(machine).findings());
    findings.addAll(new MemoryCheck(machine, runtime.maxMemory()).findings());
    findings.add(new DiskCheck(out).finding());
    data.ifPresent(place -> findings.addAll(health(place, tensorFlow)));
    Optional<Path> home = Optional.ofNullable(System.getProperty("vgg.home")).map(Path::of);
    return findings.add(new SharedCheck(machine, home).finding()).build();
  }

  /** Images are decoded by TensorFlow. */
  private List<Finding> health(String place, Finding tensorFlow) {
    return tensorFlow.level() == Finding.Level.OK
        ? new DataHealth(place, reading).findings()
        : ImmutableList.of(
            Finding.warning("data", "not looked at, as TensorFlow decodes them", "mend it first"));
  }
}
