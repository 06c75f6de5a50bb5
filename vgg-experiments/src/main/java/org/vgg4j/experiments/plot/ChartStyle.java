package org.vgg4j.experiments.plot;

import java.awt.Color;
import java.awt.Font;
import org.knowm.xchart.style.XYStyler;

/** What all charts look like: axes that line up, a few grey lines, no frames. */
final class ChartStyle {
  private static final int AXIS = 72;

  private ChartStyle() {}

  static void apply(XYStyler style) {
    style.setChartBackgroundColor(Color.WHITE);
    style.setPlotBorderVisible(false).setChartTitleVisible(false).setChartPadding(8);
    style.setLegendBorderColor(new Color(0, true));
    style.setLegendBackgroundColor(new Color(255, 255, 255, 150)).setLegendPadding(6);
    style.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12)).setLegendSeriesLineLength(28);
    style.setMarkerSize(7).setYAxisLeftWidthHint(AXIS);
    style.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
    style.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    style.setPlotGridVerticalLinesVisible(false).setPlotGridLinesColor(Palette.GRID);
    style.setPlotGridLinesStroke(Palette.THIN).setXAxisTickMarkSpacingHint(60);
  }
}
