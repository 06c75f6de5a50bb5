package org.vgg4j.experiments.aid;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vgg4j.experiments.StageSpec;

/**
 * How the runs of a folder hang together: which start from which, and which repeat which with
 * another seed.
 *
 * @param folder where they lie
 */
public record Lineage(OutputFolder folder) {

  /** A run and all that it starts from, the first ancestor first. */
  public List<StoredRun> chainOf(StoredRun run) {
    Set<StoredRun> chain = new LinkedHashSet<>();
    Optional<StoredRun> next = Optional.of(run);
    while (next.isPresent() && chain.add(next.get())) { // a damaged spec may make a circle
      next = parentOf(next.get());
    }
    return ImmutableList.copyOf(chain).reverse();
  }

  /** The run that a run starts from, where it is still there. */
  public Optional<StoredRun> parentOf(StoredRun run) {
    return run.parent().flatMap(this::named);
  }

  /** The run of that name. */
  public Optional<StoredRun> named(String name) {
    return Optional.ofNullable(folder.runs().get(name));
  }

  /** The run that is the same training, ancestors included, with another seed. */
  public Optional<StoredRun> repeated(StoredRun run, long seed) {
    return folder.runs().values().stream()
        .filter(other -> other.spec().map(StageSpec::seed).filter(s -> s == seed).isPresent())
        .filter(other -> isLike(chainOf(run), chainOf(other)))
        .findFirst();
  }

  private static boolean isLike(List<StoredRun> one, List<StoredRun> other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      Optional<StageSpec> second = other.get(i).spec();
      if (one.get(i).spec().filter(s -> second.filter(s::isLike).isPresent()).isEmpty()) {
        return false;
      }
    }
    return true;
  }
}
