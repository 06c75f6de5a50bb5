package org.vgg4j.experiments.plot;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.vgg4j.core.Problem;
import org.vgg4j.train.EpochSummary;

/** Panels one below the other over the same epochs, with the curves of one or several runs. */
public final class Figure implements Drawable {
  private static final int PANEL = 240;
  private static final int LAST_PANEL = 275;
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private final List<RunCurves> runs;
  private final List<XYChart> panels = new ArrayList<>();

  /**
   * Lays a figure out.
   *
   * @throws Problem if there are more runs than colours, or two of one name
   */
  public Figure(List<RunCurves> runs, List<Quantity> quantities) {
    this.runs = runs;
    check(runs);
    for (Quantity quantity : quantities) {
      XYChart chart = chart(quantity, panels.size() + 1 == quantities.size());
      new Panel(chart, runs, panels.isEmpty()).add(quantity);
      panels.add(chart);
    }
  }

  private static void check(List<RunCurves> runs) {
    Set<String> names = new HashSet<>();
    for (RunCurves run : runs) {
      if (!names.add(run.name())) {
        throw Problem.configuration(
            run.name(), "is the name of two runs", "rename one folder, or draw them apart");
      }
    }
    if (runs.size() > Palette.COLOURS.size()) {
      throw Problem.configuration(
          runs.size() + " runs",
          "are more than can be told apart",
          "draw at most " + Palette.COLOURS.size() + " together");
    }
  }

  @Override
  public int height() {
    return (panels.size() - 1) * PANEL + LAST_PANEL;
  }

  @Override
  public void paint(Graphics2D graphics) {
    AffineTransform origin = graphics.getTransform();
    for (XYChart panel : panels) {
      panel.paint(graphics, panel.getWidth(), panel.getHeight());
      graphics.setTransform(origin);
      graphics.translate(0, PANEL * (panels.indexOf(panel) + 1));
    }
    graphics.setTransform(origin);
  }

  private XYChart chart(Quantity quantity, boolean last) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(last ? LAST_PANEL : PANEL)
            .xAxisTitle("Epoch")
            .yAxisTitle(quantity.title())
            .build();
    style(chart.getStyler());
    chart.getStyler().setXAxisTitleVisible(last);
    if (quantity == Quantity.RATE) {
      logarithmic(chart.getStyler());
    } else {
      chart.getStyler().setYAxisMin(0.0);
    }
    return chart;
  }

  private void style(XYStyler style) {
    ChartStyle.apply(style);
    style.setLegendPosition(LegendPosition.InsideNE);
    style.setXAxisDecimalPattern("0").setXAxisMin(0.0).setXAxisMax(lastEpoch());
  }

  /** Whole decades, so that there are ticks even where the rate never falls. */
  private void logarithmic(XYStyler style) {
    style.setYAxisLogarithmic(true).setYAxisLogarithmicDecadeOnly(true);
    style.setPlotGridLinesVisible(false); // nine lines a decade
    double highest = Math.ceil(Math.log10(rates().max().orElse(1)) - 1e-9);
    double lowest = Math.floor(Math.log10(rates().min().orElse(1)) + 1e-9);
    style.setYAxisMin(Math.pow(10, Math.min(lowest, highest - 1)));
    style.setYAxisMax(Math.pow(10, highest));
    style.setYAxisTickLabelsFormattingFunction(Figure::powerOfTen);
  }

  private DoubleStream rates() {
    return runs.stream()
        .flatMap(run -> run.epochs().stream())
        .mapToDouble(EpochSummary::rate)
        .filter(rate -> rate > 0);
  }

  private double lastEpoch() {
    return runs.stream()
        .flatMap(run -> run.epochs().stream())
        .mapToDouble(epoch -> epoch.epoch() + 1.0)
        .max()
        .orElse(1);
  }

  private static String powerOfTen(double value) {
    long exponent = Math.round(Math.log10(value));
    StringBuilder text = new StringBuilder(exponent < 0 ? "10⁻" : "10");
    Long.toString(Math.abs(exponent))
        .chars()
        .forEach(digit -> text.append(SUPERSCRIPTS.charAt(digit - '0')));
    return text.toString();
  }
}
