package org.vgg4j.experiments.report;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.vgg4j.experiments.aid.StoredRun;
import org.vgg4j.experiments.report.Series.Point;
import org.vgg4j.train.EpochSummary;

/** How every network was trained: a small chart a run. */
final class CurveSection {
  private CurveSection() {}

  static Section of(List<StoredRun> runs) {
    Markup body = new Markup();
    if (runs.isEmpty()) {
      body.element("p", "No run of this folder has trained an epoch.");
    }
    runs.stream().limit(1).forEach(run -> body.add(Chart.keys(series(run))));
    body.open("div", Attribute.style("grid"));
    runs.forEach(run -> body.add(chart(run)));
    return new Section("curves", "Training", body.close("div"));
  }

  private static Markup chart(StoredRun run) {
    return new Chart(run.name(), "epochs", List.of(), series(run)).withoutKeys();
  }

  private static List<Series> series(StoredRun run) {
    List<EpochSummary> epochs = run.epochs().orElseThrow();
    return List.of(
        series("validation, top-1 error %", 0, epochs, EpochSummary::validationTop1),
        series("training, top-1 error %", 1, epochs, EpochSummary::trainError));
  }

  private static Series series(
      String name, int colour, List<EpochSummary> epochs, ToDoubleFunction<EpochSummary> value) {
    List<Point> points =
        epochs.stream()
            .map(epoch -> Point.at(epoch.epoch() + 1, value.applyAsDouble(epoch), ""))
            .toList();
    return new Series(name, colour, colour > 0, points.size() == 1, points);
  }
}
