package org.vgg4j.experiments;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.eval.TestProtocol;
import org.vgg4j.experiments.Row.Member;
import org.vgg4j.experiments.table.Numbers;
import org.vgg4j.experiments.table.TextTable;

/** The tests that experiments need, each made once however many rows take it, and how long. */
final class TestEstimates {
  /** The part of a matrix product's speed that inference reaches; see docs/performance.md. */
  private static final double EFFICIENCY = 0.8;

  /** What a pass costs per layer besides arithmetic, which decides for tiny networks. */
  private static final double SECONDS_PER_LAYER = 3e-5;

  private final Settings settings;
  private final DataIdentity data;
  private final int images;
  private final double speed;
  private final Map<String, String> made = new HashMap<>();
  private double seconds;

  /**
   * Estimates nothing yet.
   *
   * @param images of the validation split
   * @param speed operations a second that the device reaches
   */
  TestEstimates(Settings settings, DataIdentity data, int images, double speed) {
    this.settings = settings;
    this.data = data;
    this.images = images;
    this.speed = speed;
  }

  /** The tests for people, in the order of the tables. */
  TextTable table(List<Experiment> experiments) {
    TextTable table =
        new TextTable("table", "row", "network", "S", "test", "weights", "time for all seeds");
    for (Experiment experiment : experiments) {
      experiment.rows().forEach(row -> addTo(table, experiment, row));
      experiment.computed().stream()
          .filter(row -> !experiment.rows().contains(row))
          .forEach(row -> addTo(table, experiment, row));
    }
    return table;
  }

  private void addTo(TextTable table, Experiment experiment, Row row) {
    row.tests().forEach(test -> table.row(lineOf(experiment, row, test)));
    if (row.cited() != null) {
      table.row(experiment.name(), row.label(), "-", "-", "-", row.cited(), "-");
    }
  }

  /** Seconds of all tests together. */
  double seconds() {
    return seconds;
  }

  private Object[] lineOf(Experiment experiment, Row row, Member test) {
    Preset preset = settings.preset();
    return new Object[] {
      experiment.name(),
      experiment.rows().contains(row) ? row.label() : row.label() + " (for a claim)",
      test.network(),
      preset.scaled(Plan.scaleOf(test)),
      preset.scaled(TestProtocol.parse(test.test())),
      settings.weights().of(test).map(choice -> "published, " + choice.file()).orElse("trained"),
      time(row.label(), test)
    };
  }

  private String time(String label, Member test) {
    TestProtocol protocol = settings.preset().scaled(TestProtocol.parse(test.test()));
    String network = test.training() + test.train().changes();
    List<TestProtocol> left =
        protocol.parts().stream().filter(part -> !made.containsKey(network + part)).toList();
    if (left.isEmpty()) {
      return makers(network, protocol);
    }
    left.forEach(part -> made.put(network + part, label));
    double needed = left.stream().mapToDouble(part -> secondsOf(test, part)).sum();
    seconds += needed;
    return "about " + Numbers.duration(needed);
  }

  private String makers(String network, TestProtocol protocol) {
    return protocol.parts().stream()
        .map(part -> made.get(network + part))
        .distinct()
        .collect(Collectors.joining(" and ", "with ", ""));
  }

  private double secondsOf(Member test, TestProtocol protocol) {
    NetworkSpec network = settings.networkOf(test.network(), data.classes());
    int crop = settings.preset().recipe().crop();
    double arithmetic =
        2.0 * new TestWork(network, crop, protocol).multiplyAdds() / (speed * EFFICIENCY);
    double once = arithmetic + SECONDS_PER_LAYER * network.layers().size() * protocol.passes();
    return once * images * settings.seeds().size();
  }
}
