package org.vgg4j.experiments.cli;

import java.util.List;
import org.vgg4j.eval.SeedStatistics;
import org.vgg4j.eval.statistics.RankedImages;
import org.vgg4j.eval.statistics.SeedComparison;
import org.vgg4j.eval.statistics.WelchTest;
import org.vgg4j.experiments.table.Numbers;
import org.vgg4j.experiments.table.PointText;
import org.vgg4j.experiments.table.TextTable;

/** What {@code vgg compare} prints of networks with one store a seed. */
final class SeedText {
  private final List<Network> networks;
  private final SeedFamily family;
  private final boolean holm;
  private final List<NetworkPair> labels;
  private final LastColumn optional;
  private final PointText points;

  /**
   * @param holm whether verdicts are by Holm's adjusted p
   */
  SeedText(List<Network> networks, SeedFamily family, boolean holm) {
    this.networks = networks;
    this.family = family;
    this.holm = holm;
    this.optional = new LastColumn(holm);
    this.labels = NetworkPair.all(networks);
    this.points = PointText.of(family.pairs().get(0).images());
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(networks()).append('\n').append(pairs()).append('\n');
    for (int pair = 0; pair < labels.size(); pair++) {
      text.append(verdict(pair)).append('\n');
    }
    return text.toString();
  }

  private String networks() {
    int top = family.pairs().get(0).top();
    TextTable table =
        new TextTable("", "stores", "seeds", "mean top-" + top + " %", "deviation", "95% interval");
    for (Network network : networks) {
      SeedStatistics statistics =
          SeedStatistics.of(network.seeds().stream().map(seed -> seed.error(top)).toList());
      table.row(
          network.letter(),
          String.join(" ", network.seeds().stream().map(RankedImages::store).toList()),
          network.seeds().size(),
          points.of(statistics.mean()),
          points.of(statistics.standardDeviation()),
          points.of(statistics.interval()));
    }
    return table.markdown();
  }

  private String pairs() {
    TextTable table =
        optional.table(
            "difference",
            "points",
            "95% interval: images and seeds",
            "95% interval: seeds",
            "t",
            "df",
            "Welch p",
            "Holm p");
    for (int i = 0; i < labels.size(); i++) {
      SeedComparison pair = family.pairs().get(i);
      WelchTest welch = pair.welch();
      optional.row(
          table,
          labels.get(i).second().letter() + " - " + labels.get(i).first().letter(),
          points.of(pair.difference()),
          points.of(pair.interval()),
          points.of(welch.interval()),
          Numbers.decimals(welch.t(), 2),
          Numbers.decimals(welch.degrees(), 1),
          Numbers.probability(welch.p()),
          Numbers.probability(family.adjustedP().get(i)));
    }
    return table.markdown();
  }

  private String verdict(int number) {
    SeedComparison pair = family.pairs().get(number);
    return new Verdict(
            labels.get(number).first().letter(),
            labels.get(number).second().letter(),
            pair.difference(),
            pair.welch().interval(),
            holm ? "Holm p" : "Welch p",
            holm ? family.adjustedP().get(number) : pair.welch().p(),
            points)
        .sentence();
  }
}
