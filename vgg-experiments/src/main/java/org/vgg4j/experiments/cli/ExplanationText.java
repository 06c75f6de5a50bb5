package org.vgg4j.experiments.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.PlainText;
import org.vgg4j.experiments.aid.Explanation;
import org.vgg4j.experiments.aid.Explanation.Tested;
import org.vgg4j.experiments.aid.Explanation.Trained;
import org.vgg4j.experiments.aid.RowQuery;
import org.vgg4j.experiments.table.Cell;
import org.vgg4j.experiments.table.Cell.PaperRow;
import org.vgg4j.experiments.table.Numbers;
import org.vgg4j.experiments.table.Provenance;
import org.vgg4j.experiments.table.Result;

/** An explanation for people: a line for each fact. */
final class ExplanationText {
  private final StringBuilder text = new StringBuilder();

  private ExplanationText() {}

  static String of(Explanation explanation) {
    ExplanationText lines = new ExplanationText();
    lines.addRow(explanation.table(), explanation.cell());
    Optional.ofNullable(explanation.cell().result()).ifPresent(lines::add);
    explanation.tests().forEach(lines::add);
    explanation.trainings().forEach(lines::add);
    if (explanation.cell().result() != null) {
      lines.add(explanation.preset(), explanation.provenance());
    }
    explanation.commands().forEach(command -> lines.line("command", command));
    return lines.text.toString();
  }

  private void line(String key, String value) {
    text.append(PlainText.of("%-10s %s".formatted(key, value))).append('\n');
  }

  private void part(String title) {
    text.append('\n').append(PlainText.of(title)).append('\n');
  }

  private void addRow(String table, Cell cell) {
    line("row", table + " " + RowQuery.nameOf(cell));
    if (!cell.trainScale().isEmpty()) {
      line("S, Q", cell.trainScale() + ", " + cell.testScale());
    }
    if (!cell.protocol().isEmpty()) {
      line("protocol", cell.protocol());
    }
    line("filled by", cell.source().name().toLowerCase(Locale.ROOT) + reason(cell));
    PaperRow paper = cell.paper();
    if (paper != null) {
      line("paper", papers(paper));
    }
  }

  private static String reason(Cell cell) {
    return cell.reason() == null ? "" : ": " + cell.reason();
  }

  private static String papers(PaperRow paper) {
    return "top-1 %s, top-5 %s, on the test images top-5 %s"
        .formatted(percent(paper.top1()), percent(paper.top5()), percent(paper.test5()));
  }

  private static String percent(@Nullable Double value) {
    return value == null ? "-" : Numbers.oneDecimal(value) + "%";
  }

  private void add(Result result) {
    line("top-1", error(result.top1(), result.interval().top1()));
    line("top-5", error(result.top5(), result.interval().top5()));
    line("intervals", result.interval().method());
    line("images", Numbers.whole(result.images()));
    if (result.seeds().size() > 1) {
      result.seeds().forEach(s -> line("seed " + s.seed(), "top-1 " + percent(s.top1())));
    }
    result.deviations().forEach(deviation -> line("deviates", deviation));
  }

  private static String error(double error, Result.Range range) {
    return "%s%% (95%% interval %s to %s)"
        .formatted(
            Numbers.decimals(error, 2),
            Numbers.decimals(range.low(), 2),
            Numbers.decimals(range.high(), 2));
  }

  private void add(Tested test) {
    part(
        "test of %s S=%s seed %d by %s"
            .formatted(test.network(), test.trainScale(), test.seed(), test.protocol()));
    line("weights", test.weights());
    line("sha-256", weights(test));
    line("posteriors", test.posteriors());
    line("sha-256", test.posteriorsSha256() == null ? "the file is gone" : test.posteriorsSha256());
    line("tested by", test.madeBy().isEmpty() ? "unknown" : test.madeBy());
    if (test.published() != null) {
      line("published", test.published().text());
    }
    if (!test.importedFrom().isEmpty()) {
      line("imported", test.importedFrom());
    }
  }

  private static String weights(Tested test) {
    if (test.weightsSha256() == null) {
      return "the file is gone";
    }
    boolean same = test.weightsSha256().equals(test.testedSha256());
    return test.weightsSha256() + (same ? "" : "  NOT THE TESTED " + test.testedSha256());
  }

  private void add(Trained training) {
    part("training " + training.run());
    line("network", training.network());
    line("S, seed", training.trainScale() + ", " + training.seed());
    line("starts", training.start());
    line(
        training.state().name().toLowerCase(Locale.ROOT),
        "%d epochs, %s iterations, %s"
            .formatted(
                training.epochs(),
                Numbers.whole(training.iterations()),
                Numbers.duration(training.seconds())));
    line("trained by", training.madeBy());
  }

  private void add(String preset, Provenance made) {
    part("table");
    line("preset", preset);
    line("data", made.data() + ", SHA-256 " + made.dataHash());
    line("skipped", made.skipped().isEmpty() ? "no image" : skipped(made.skipped()));
    line("seeds", String.join(", ", made.seeds().stream().map(String::valueOf).toList()));
    line("version", "vgg4j " + made.version() + ", TensorFlow " + made.tensorFlow());
    line("machine", made.system() + ", " + made.device() + ", Java " + made.java());
    line("bits", made.deterministic() ? "deterministic mode" : "deterministic mode was off");
  }

  private static String skipped(List<String> ids) {
    return ids.size() + " images: " + String.join(", ", ids.stream().limit(10).toList());
  }
}
