package org.vgg4j.experiments.aid;

import java.util.Optional;
import org.vgg4j.core.graph.Device;

/**
 * Where a process does things again. TensorFlow sizes its threads once a process, by the first
 * session, and bits are promised for equal counts only: so one count serves for all that a process
 * does, reading images included.
 *
 * @param asked what the user wants; empty for where each thing was done then
 * @param threads of the process
 */
public record ProcessDevice(Optional<Device> asked, int threads) {

  /** Where to do something again; empty where that wants another count of threads. */
  Optional<Device> insteadOf(Device then) {
    return asked.or(() -> Optional.of(then).filter(device -> device.threads() == threads));
  }

  /** Something that can't be done again in this process. */
  Check refusal(String subject, Device then) {
    return Check.unchecked(
        subject,
        "was done with %d threads, this process has %d; name it alone, or --threads"
            .formatted(then.threads(), threads));
  }
}
