package org.vgg4j.experiments.plot;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.vgg4j.eval.Interval;
import org.vgg4j.eval.statistics.Calibration;
import org.vgg4j.eval.statistics.Calibration.Bin;

/**
 * A reliability diagram: how often a network is right over how sure it is, with Wilson's 95%
 * intervals, beside the diagonal on which both agree; below it, how many images are that sure.
 */
public final class ReliabilityFigure implements Drawable {
  private static final int DIAGRAM = 440;
  private static final int SHARES = 200;

  private final List<Bin> filled;
  private final XYChart diagram;
  private final XYChart shares;

  /** Draws the calibration of one store; curves go anywhere, so the legend stands below. */
  public ReliabilityFigure(Calibration calibration) {
    this.filled = calibration.bins().stream().filter(bin -> bin.images() > 0).toList();
    this.diagram = chart(DIAGRAM, "Right, %");
    this.shares = chart(SHARES, "Images, %");
    diagram.getStyler().setXAxisTitleVisible(false).setLegendPosition(LegendPosition.OutsideS);
    diagram.getStyler().setYAxisMin(0.0).setYAxisMax(100.0);
    shares.getStyler().setYAxisMin(0.0).setLegendVisible(false);
    diagram.getStyler().setLegendLayout(LegendLayout.Horizontal);
    addDiagram(calibration);
    addShares(calibration);
  }

  private static XYChart chart(int height, String title) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(height)
            .xAxisTitle("Confidence (highest posterior), %")
            .yAxisTitle(title)
            .build();
    ChartStyle.apply(chart.getStyler());
    chart.getStyler().setXAxisMin(0.0).setXAxisMax(100.0).setXAxisDecimalPattern("0");
    return chart;
  }

  private void addDiagram(Calibration calibration) {
    double[] ends = {0, 100};
    line(diagram, "right as often as sure", ends, ends)
        .setLineColor(Palette.GREY)
        .setLineStyle(Palette.DASHED);
    for (int i = 0; i < filled.size(); i++) {
      addInterval(i, filled.get(i));
    }
    String name =
        String.format(
            Locale.ROOT,
            "network, expected calibration error %.1f points",
            calibration.expectedError());
    line(
            diagram,
            name,
            filled.stream().mapToDouble(Bin::confidence).toArray(),
            filled.stream().mapToDouble(Bin::accuracy).toArray())
        .setMarker(SeriesMarkers.CIRCLE);
  }

  private void addInterval(int number, Bin bin) {
    Interval interval = bin.interval();
    double[] x = {bin.confidence(), bin.confidence()};
    line(diagram, "interval " + number, x, new double[] {interval.low(), interval.high()})
        .setLineStyle(Palette.THIN)
        .setShowInLegend(false);
  }

  /** A step a bin, down to nothing on both sides. */
  private void addShares(Calibration calibration) {
    List<Bin> bins = calibration.bins();
    double[] x = new double[2 * bins.size()];
    double[] y = new double[2 * bins.size()];
    for (int i = 0; i < x.length; i++) {
      Bin bin = bins.get(i / 2);
      x[i] = i % 2 == 0 ? bin.low() : bin.high();
      y[i] = 100.0 * bin.images() / calibration.images();
    }
    line(shares, "images", x, y);
  }

  private static XYSeries line(XYChart chart, String name, double[] x, double[] y) {
    XYSeries series = chart.addSeries(name, x, y);
    series.setLineColor(Palette.COLOURS.get(0)).setLineStyle(Palette.SOLID);
    series.setMarker(SeriesMarkers.NONE).setMarkerColor(Palette.COLOURS.get(0));
    return series;
  }

  @Override
  public int height() {
    return DIAGRAM + SHARES;
  }

  @Override
  public void paint(Graphics2D graphics) {
    AffineTransform origin = graphics.getTransform();
    diagram.paint(graphics, WIDTH, DIAGRAM);
    graphics.setTransform(origin);
    graphics.translate(0, DIAGRAM);
    shares.paint(graphics, WIDTH, SHARES);
    graphics.setTransform(origin);
  }
}
