package org.vgg4j.experiments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vgg4j.core.graph.Device;
import org.vgg4j.core.graph.GraphSession;
import org.vgg4j.experiments.table.Provenance;

/** Which build of this program runs, and where. */
public final class Build {
  private Build() {}

  /** Version and, in a checkout, the git commit; {@code +} behind it means changed files. */
  public static String version() {
    String version = Build.class.getPackage().getImplementationVersion();
    return (version == null ? "development" : version) + commit().map(c -> " " + c).orElse("");
  }

  /** What made a result on this machine, now. */
  static Provenance provenance(DataIdentity data, List<Long> seeds, Device device) {
    return new Provenance(
        data.name(),
        data.hash(),
        data.skipped(),
        seeds,
        version(),
        GraphSession.tensorFlowVersion(),
        System.getProperty("java.vendor") + " " + Runtime.version(),
        System.getProperty("os.name")
            + " "
            + System.getProperty("os.arch")
            + " "
            + ProcessorKind.text(),
        device + ", " + device.threads() + " threads",
        "1".equals(System.getenv("TF_DETERMINISTIC_OPS")),
        null);
  }

  /** The launcher says where the checkout lies. */
  private static Optional<String> commit() {
    return Optional.ofNullable(System.getProperty("vgg.home"))
        .map(Path::of)
        .flatMap(home -> git(home, "rev-parse", "--short=12", "HEAD"))
        .map(commit -> isChanged() ? commit + "+" : commit);
  }

  private static boolean isChanged() {
    Path home = Path.of(System.getProperty("vgg.home", "."));
    return git(home, "status", "--porcelain").map(status -> !status.isEmpty()).orElse(false);
  }

  private static Optional<String> git(Path home, String... arguments) {
    String[] command = new String[arguments.length + 3];
    command[0] = "git";
    command[1] = "-C";
    command[2] = home.toString();
    System.arraycopy(arguments, 0, command, 3, arguments.length);
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? Optional.of(output.strip()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
