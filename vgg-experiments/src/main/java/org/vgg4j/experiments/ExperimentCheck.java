package org.vgg4j.experiments;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.vgg4j.core.KeyLines;
import org.vgg4j.core.Problem;
import org.vgg4j.core.spec.NetworkCatalogue;
import org.vgg4j.eval.TestProtocol;
import org.vgg4j.experiments.Row.Member;

/**
 * What is wrong with a file of an experiment beyond its form, and only shows when its parts meet
 * each other, the networks and a recipe: all of it, each with its line.
 */
final class ExperimentCheck {
  /** Where a grid has what a row has otherwise. */
  private static final ImmutableMap<String, String> GRID_KEYS =
      ImmutableMap.of(
          "network", "networks", "train.set", "set", "train.from", "scales", "test", "tests");

  /** Stages only need data to be told apart; any will do. */
  private static final DataIdentity ANY_DATA =
      new DataIdentity("any", "none", 10, 1, ImmutableList.of());

  private final Path file;
  private final KeyLines lines;
  private final Experiment experiment;
  private final NetworkCatalogue networks;
  private final Plan plan;
  private final ListMultimap<Integer, Problem> faults =
      MultimapBuilder.treeKeys().arrayListValues().build();
  private final Set<String> told = new HashSet<>();

  private ExperimentCheck(
      Path file, Experiment experiment, NetworkCatalogue networks, Preset preset) {
    this.file = file;
    this.lines = KeyLines.read(file);
    this.experiment = experiment;
    this.networks = networks;
    this.plan = new Plan(withKnownTables(experiment), preset, networks, ANY_DATA);
  }

  /** A table that is not known is told where it is named, and not again at every row. */
  private static Experiment withKnownTables(Experiment experiment) {
    List<String> others = experiment.stagesOf();
    return others == null
        ? experiment
        : new Experiment(
            experiment.table(),
            experiment.caption(),
            others.stream().filter(ExperimentCheck::isKnown).toList(),
            experiment.rows(),
            experiment.claims(),
            experiment.others());
  }

  private static boolean isKnown(String table) {
    try {
      return !Experiments.named(table).rows().isEmpty();
    } catch (Problem problem) {
      return false;
    }
  }

  /** The faults of an experiment that was read from that file, in the order of the file. */
  static List<Problem> faults(
      Path file, Experiment experiment, NetworkCatalogue networks, Preset preset) {
    ExperimentCheck check = new ExperimentCheck(file, experiment, networks, preset);
    check.others();
    IntStream.range(0, experiment.rows().size()).forEach(check::row);
    IntStream.range(0, experiment.claimed().size()).forEach(check::claim);
    return ImmutableList.copyOf(check.faults.values());
  }

  private void others() {
    List<String> others = experiment.stagesOf();
    if (others != null) {
      others.forEach(other -> passes("stagesOf", other, () -> Experiments.named(other)));
    }
  }

  private void row(int index) {
    Row row = experiment.rows().get(index);
    List<Member> tests = row.tests();
    String key = "rows." + index;
    for (int i = 0; i < tests.size(); i++) {
      test(row.fuse() == null ? key : key + ".fuse." + i, lines.has(key), tests.get(i));
    }
  }

  /** What a test starts from is looked at last, as it needs the rest. */
  private void test(String row, boolean single, Member test) {
    String network = test.network();
    String protocol = test.test();
    boolean known = passes(key(row, single, "network"), network, () -> networks.network(network));
    boolean set = passes(key(row, single, "train.set"), "set", () -> plan.recipeOf(test.train()));
    passes(key(row, single, "test"), protocol, () -> TestProtocol.parse(protocol));
    if (known && set) {
      passes(key(row, single, "train.from"), "from", () -> plan.stageOf(test, 1));
    }
  }

  /** Rows that are not written one by one are those of the grid. */
  private static String key(String row, boolean single, String key) {
    return single ? row + "." + key : "grid." + GRID_KEYS.getOrDefault(key, key);
  }

  private void claim(int index) {
    Claim claim = experiment.claimed().get(index);
    boolean row = passes("claims." + index + ".row", "row", () -> experiment.rowOf(claim.row()));
    String than = "claims." + index + ".than";
    if (passes(than, "than", () -> experiment.rowOf(claim.than())) && row) {
      passes(than, "than", () -> new ClaimedRows(experiment).of(claim));
    }
  }

  /**
   * Many rows may have the same fault from one place, such as a grid: it is told once.
   *
   * @param subject what is looked at, for people
   */
  private boolean passes(String key, String subject, Runnable work) {
    try {
      work.run();
      return true;
    } catch (Problem problem) {
      Problem placed = problem.at(file + lines.nearest(key) + ": " + subject);
      if (told.add(String.valueOf(placed.getMessage()))) {
        faults.put(lines.nearestLine(key), placed);
      }
      return false;
    }
  }
}
