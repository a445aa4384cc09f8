package org.heliograph.bench.report;

import java.util.List;
import java.util.Locale;

/**
 * A horizontal bar chart, as a part of an SVG image. The same bars make the same text.
 *
 * @param title what is shown
 * @param hint how to read it
 * @param bars from top to bottom
 * @param greatest the value of a bar of full length
 */
record BarChart(String title, String hint, List<Bar> bars, double greatest) {
  /** The width of all charts, in pixels. */
  static final int WIDTH = 760;

  private static final int HEAD = 34;
  private static final int ROW = 22;
  private static final int BAR = 15;
  private static final int FOOT = 14;
  // where bars begin: beside the longest label, "payara-cluster-sentinel"
  private static final int LEFT = 160;
  // beside the longest bar there must be room for its value
  private static final int LONGEST = WIDTH - LEFT - 110;

  /**
   * One bar.
   *
   * @param text the value as it is written
   * @param colour as SVG names it
   */
  record Bar(String label, double value, String text, String colour) {}

  /** {@return the height of the chart, in pixels} */
  int height() {
    return HEAD + bars.size() * ROW + FOOT;
  }

  /**
   * {@return the elements of the chart}
   *
   * @param top where the chart begins, in pixels
   */
  String svg(int top) {
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<text x=\"%d\" y=\"%d\"><tspan class=\"title\">%s</tspan><tspan class=\"hint\" dx=\"8\">%s</tspan></text>\n"
            .formatted(LEFT, top + 22, escaped(title), escaped(hint)));
    int y = top + HEAD;
    for (Bar bar : bars) {
      append(svg, bar, y, length(bar.value()));
      y += ROW;
    }
    return svg.toString();
  }

  private double length(double value) {
    if (!Double.isFinite(value)) {
      return LONGEST;
    }
    return value <= 0 ? 0 : value / greatest * LONGEST;
  }

  private static void append(StringBuilder svg, Bar bar, int y, double length) {
    int baseline = y + BAR - 3;
    svg.append(
        String.format(
            Locale.ROOT,
            """
            <text x="%d" y="%d" text-anchor="end">%s</text>
            <rect x="%d" y="%d" width="%.1f" height="%d" fill="%s"/>
            <text x="%.1f" y="%d">%s</text>
            """,
            LEFT - 8,
            baseline,
            escaped(bar.label()),
            LEFT,
            y,
            Math.max(1, length),
            BAR,
            bar.colour(),
            LEFT + length + 6,
            baseline,
            escaped(bar.text())));
  }

  /** {@return a text as XML writes it} */
  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
