package org.vgg4j.experiments.cli;

import java.util.List;
import org.vgg4j.eval.statistics.ComparisonFamily;
import org.vgg4j.eval.statistics.PairedComparison;
import org.vgg4j.eval.statistics.RankedImages;
import org.vgg4j.experiments.table.Numbers;
import org.vgg4j.experiments.table.PointText;
import org.vgg4j.experiments.table.TextTable;

/** What {@code vgg compare} prints of networks with one store each. */
final class PairText {
  private final List<Network> networks;
  private final ComparisonFamily family;
  private final boolean holm;
  private final List<NetworkPair> labels;
  private final LastColumn optional;
  private final PointText points;

  /**
   * @param holm whether verdicts are by Holm's adjusted p, and rows have letters
   */
  PairText(List<Network> networks, ComparisonFamily family, boolean holm) {
    this.networks = networks;
    this.family = family;
    this.holm = holm;
    this.optional = new LastColumn(holm);
    this.labels = NetworkPair.all(networks);
    this.points = PointText.of(family.pairs().get(0).images());
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(stores()).append('\n').append(pairs()).append('\n');
    for (int pair = 0; pair < family.pairs().size(); pair++) {
      text.append(verdict(pair)).append('\n');
    }
    return text.toString();
  }

  private String stores() {
    int top = family.pairs().get(0).top();
    TextTable table =
        optional.table("", "store", "top-" + top + " %", "95% interval", "wrong", "images", "ties");
    for (int i = 0; i < networks.size(); i++) {
      RankedImages store = networks.get(i).store();
      optional.row(
          table,
          networks.get(i).letter(),
          store.store(),
          points.of(store.error(top)),
          points.of(store.interval(top)),
          store.wrong(top),
          store.size(),
          family.letters().get(i));
    }
    return table.markdown();
  }

  private String pairs() {
    TextTable table =
        optional.table(
            "difference",
            "points",
            "95% interval",
            "only first wrong",
            "only second wrong",
            "exact p",
            "mid-p",
            "visible from",
            "Holm p");
    for (int i = 0; i < family.pairs().size(); i++) {
      PairedComparison pair = family.pairs().get(i);
      optional.row(
          table,
          labels.get(i).second().letter() + " - " + labels.get(i).first().letter(),
          points.of(pair.difference()),
          points.of(pair.interval()),
          pair.onlyFirstWrong(),
          pair.onlySecondWrong(),
          Numbers.probability(pair.exactP()),
          Numbers.probability(pair.midP()),
          points.of(pair.smallestVisible()),
          Numbers.probability(family.adjustedP().get(i)));
    }
    return table.markdown();
  }

  private String verdict(int number) {
    PairedComparison pair = family.pairs().get(number);
    Verdict verdict =
        new Verdict(
            labels.get(number).first().letter(),
            labels.get(number).second().letter(),
            pair.difference(),
            pair.interval(),
            holm ? "Holm p" : "mid-p",
            holm ? family.adjustedP().get(number) : pair.midP(),
            points);
    return verdict.sentence()
        + "; this set does not reliably see less than "
        + points.of(pair.smallestVisible());
  }
}
