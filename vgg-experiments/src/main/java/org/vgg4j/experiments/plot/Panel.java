package org.vgg4j.experiments.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.vgg4j.train.EpochSummary;

/** One pair of axes with the curves of all runs. */
final class Panel {
  private final XYChart chart;
  private final List<RunCurves> runs;
  private final boolean namesRuns;

  /**
   * @param namesRuns whether the legend has the names of the runs
   */
  Panel(XYChart chart, List<RunCurves> runs, boolean namesRuns) {
    this.chart = chart;
    this.runs = runs;
    this.namesRuns = namesRuns;
    chart.getStyler().setLegendVisible(namesRuns);
  }

  /** Draws the curves of a quantity. */
  void add(Quantity quantity) {
    switch (quantity) {
      case LOSS -> addLoss();
      case ERROR -> addErrors();
      case RATE -> addRates();
    }
  }

  private void addLoss() {
    forEachRun((run, colour) -> named(curve(run, run.name(), EpochSummary::loss, colour)));
    forEachRun((run, colour) -> drops(run, EpochSummary::loss, colour));
  }

  private void addErrors() {
    chart.getStyler().setLegendVisible(true);
    key("validation, top-1", Palette.SOLID);
    key("training", Palette.DASHED);
    forEachRun(
        (run, colour) ->
            curve(run, run.name() + " training", EpochSummary::trainError, colour)
                .setLineStyle(Palette.DASHED)
                .setShowInLegend(false));
    forEachRun(
        (run, colour) -> named(curve(run, run.name(), EpochSummary::validationTop1, colour)));
    forEachRun((run, colour) -> drops(run, EpochSummary::validationTop1, colour));
  }

  /** Runs of one recipe have the same rates for long, so that their lines lie on one another. */
  private void addRates() {
    forEachRun(
        (run, colour) ->
            rate(run, colour).setLineStyle(Palette.ofSeveral(runs.indexOf(run), runs.size())));
  }

  /** A rate holds from the end of one epoch to the end of the next; 0 has no logarithm. */
  private XYSeries rate(RunCurves run, Color colour) {
    List<EpochSummary> epochs = run.epochs().stream().filter(epoch -> epoch.rate() > 0).toList();
    double[] x = new double[2 * epochs.size()];
    double[] y = new double[2 * epochs.size()];
    for (int i = 0; i < x.length; i++) {
      x[i] = epochs.get(i / 2).epoch() + i % 2;
      y[i] = epochs.get(i / 2).rate();
    }
    return named(line(run.name(), x, y, colour));
  }

  private XYSeries named(XYSeries series) {
    series.setShowInLegend(namesRuns);
    return series;
  }

  private XYSeries curve(
      RunCurves run, String name, ToDoubleFunction<EpochSummary> value, Color colour) {
    XYSeries series = line(name, ends(run.epochs()), values(run.epochs(), value), colour);
    if (run.epochs().size() == 1) {
      series.setMarker(SeriesMarkers.CIRCLE); // a line needs two points
    }
    return series;
  }

  private void drops(RunCurves run, ToDoubleFunction<EpochSummary> value, Color colour) {
    List<EpochSummary> epochs = run.drops().stream().map(run.epochs()::get).toList();
    if (!epochs.isEmpty()) {
      XYSeries series = line(run.name() + " drops", ends(epochs), values(epochs, value), colour);
      series.setLineStyle(new BasicStroke(0)).setLineColor(new Color(0, true));
      series.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(colour).setShowInLegend(false);
    }
  }

  /** Explains a kind of line, without drawing one. */
  private void key(String name, BasicStroke stroke) {
    EpochSummary any = runs.get(0).epochs().get(0);
    line(name, ends(List.of(any)), new double[] {any.trainError()}, Palette.GREY)
        .setLineStyle(stroke);
  }

  private XYSeries line(String name, double[] x, double[] y, Color colour) {
    XYSeries series = chart.addSeries(name, x, y);
    series.setLineColor(colour).setLineStyle(Palette.SOLID);
    series.setMarker(SeriesMarkers.NONE);
    series.setMarkerColor(colour);
    return series;
  }

  private static double[] ends(List<EpochSummary> epochs) {
    return values(epochs, epoch -> epoch.epoch() + 1);
  }

  private static double[] values(List<EpochSummary> epochs, ToDoubleFunction<EpochSummary> value) {
    return epochs.stream().mapToDouble(value).toArray();
  }

  private interface Drawing {
    void of(RunCurves run, Color colour);
  }

  private void forEachRun(Drawing drawing) {
    for (int i = 0; i < runs.size(); i++) {
      drawing.of(runs.get(i), Palette.COLOURS.get(i));
    }
  }
}
