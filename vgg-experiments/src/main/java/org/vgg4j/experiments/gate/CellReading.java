package org.vgg4j.experiments.gate;

import com.google.common.base.Joiner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.SortedSet;
import java.util.TreeSet;
import org.vgg4j.core.StrictYaml;
import org.vgg4j.eval.Posteriors;
import org.vgg4j.eval.SeedStatistics;
import org.vgg4j.eval.statistics.Ensemble;
import org.vgg4j.experiments.table.Provenance;
import org.vgg4j.experiments.table.Result;
import org.vgg4j.experiments.table.Result.Part;
import org.vgg4j.experiments.table.Result.Published;
import org.vgg4j.experiments.table.Result.SeedResult;

/** Reads what is kept of a cell: its errors, and which images its first seed gets right. */
record CellReading(Path folder, Result result) {
  CellRecord cell() {
    SeedStatistics seeds =
        SeedStatistics.of(result.seeds().stream().map(SeedResult::top1).toList());
    Posteriors posteriors = posteriors();
    return new CellRecord(
        Probes.rounded(seeds.mean()),
        Probes.rounded(seeds.standardDeviation()),
        result.seeds().size(),
        on(),
        posteriors.images(),
        set(posteriors),
        right(posteriors));
  }

  private Posteriors posteriors() {
    return Ensemble.ofFiles(
        result.parts().stream().map(part -> folder.resolve(part.posteriors())).toList());
  }

  /** The machines of all parts; a network that was kept from another machine tells its own. */
  private String on() {
    SortedSet<String> machines = new TreeSet<>();
    for (Part part : result.parts()) {
      machines.add(machine(part));
    }
    return String.join(" and ", machines);
  }

  /** Weights that others published are the same wherever they are tested. */
  private String machine(Part part) {
    Published published = part.published();
    if (published != null) {
      return "published #" + Digest.shortened(published.sha256());
    }
    Path run = folder.resolve(part.weights()).resolveSibling("provenance.yaml");
    return Files.exists(run) ? machine(StrictYaml.read(run, Provenance.class)) : Machines.UNKNOWN;
  }

  private static String machine(Provenance made) {
    return "%s, %s, TensorFlow %s%s"
        .formatted(
            made.system(),
            made.device(),
            made.tensorFlow(),
            made.deterministic() ? "" : ", not deterministic");
  }

  private static String set(Posteriors posteriors) {
    StringBuilder set = new StringBuilder(Joiner.on(' ').join(posteriors.classNames()));
    for (int image = 0; image < posteriors.images(); image++) {
      set.append('\n').append(posteriors.ids().get(image)).append('=');
      set.append(posteriors.label(image));
    }
    return Digest.of(set.toString());
  }

  private static String right(Posteriors posteriors) {
    BitSet right = new BitSet();
    for (int image = 0; image < posteriors.images(); image++) {
      right.set(image, posteriors.rankOfTruth(image) == 1);
    }
    return CellRecord.digits(right, posteriors.images());
  }
}
