package org.vgg4j.experiments.aid;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.vgg4j.core.Problem;
import org.vgg4j.core.StrictYaml;
import org.vgg4j.experiments.StageSpec;
import org.vgg4j.experiments.table.Provenance;
import org.vgg4j.train.EpochSummary;
import org.vgg4j.train.LayerMap;
import org.vgg4j.train.RunDirectory;

/**
 * A run directory as it lies there: any of its files may be missing or damaged.
 *
 * @param path the folder
 * @param spec all that decides its result
 */
public record StoredRun(Path path, Optional<StageSpec> spec) {

  /** The run in that folder. */
  public StoredRun(Path path) {
    this(path, ifSound(() -> StageSpec.read(path)));
  }

  private static <T> Optional<T> ifSound(Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (Problem e) {
      return Optional.empty();
    }
  }

  /** The folder's name, such as {@code D-S256-seed1-0123abcd}. */
  public String name() {
    return String.valueOf(path.getFileName());
  }

  /** Its files. */
  public RunDirectory directory() {
    return new RunDirectory(path);
  }

  /** Whether a training of this program has begun here. */
  boolean hasSpec() {
    return Files.isRegularFile(path.resolve("spec.yaml"));
  }

  /** The name of the run that it starts from. */
  public Optional<String> parent() {
    return spec().flatMap(known -> Optional.ofNullable(known.parent()));
  }

  /** Where its layers start. */
  public Optional<LayerMap> layers() {
    return ifSound(() -> StrictYaml.read(path.resolve("layers.yaml"), LayerMap.class));
  }

  /** What made it. */
  public Optional<Provenance> provenance() {
    return ifSound(() -> StrictYaml.read(path.resolve("provenance.yaml"), Provenance.class));
  }

  /** Its epochs so far; empty where the journal can't be read. */
  public Optional<List<EpochSummary>> epochs() {
    return ifSound(() -> directory().journal().epochs());
  }
}
