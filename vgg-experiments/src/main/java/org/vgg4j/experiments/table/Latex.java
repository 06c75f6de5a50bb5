package org.vgg4j.experiments.table;

import com.google.common.escape.Escaper;
import com.google.common.escape.Escapers;
import java.util.List;
import java.util.stream.Collectors;

/** Tables as LaTeX, for the package booktabs. */
final class Latex {
  private static final Escaper ESCAPER =
      Escapers.builder()
          .addEscape('\\', "\\textbackslash{}")
          .addEscape('{', "\\{")
          .addEscape('}', "\\}")
          .addEscape('&', "\\&")
          .addEscape('%', "\\%")
          .addEscape('$', "\\$")
          .addEscape('#', "\\#")
          .addEscape('_', "\\_")
          .addEscape('~', "\\textasciitilde{}")
          .addEscape('^', "\\textasciicircum{}")
          .addEscape('|', "\\textbar{}")
          .addEscape('<', "\\textless{}")
          .addEscape('>', "\\textgreater{}")
          .build();

  private Latex() {}

  /** A line of cells. */
  static String row(List<String> cells) {
    String line = cells.stream().map(ESCAPER::escape).collect(Collectors.joining(" & "));
    return ended(line) + " \\\\\n";
  }

  /** The row or rule before would take a bracket or a star that follows it for its own. */
  private static String ended(String line) {
    return line.stripLeading().matches("(?s)[\\[*].*") ? "{}" + line : line;
  }

  /** The rows, between rules; heading and body are rows already. */
  static String tabular(String columns, String heading, String body) {
    return """
    \\begin{tabular}{%s}
    \\toprule
    %s\\midrule
    %s\\bottomrule
    \\end{tabular}
    """
        .formatted(columns, heading, body);
  }

  /** A whole table, with notes below its rows. */
  static String table(String caption, String tabular, List<String> notes) {
    String below =
        notes.stream()
            .map(note -> "\\par{}" + ESCAPER.escape(note) + "\n")
            .collect(Collectors.joining());
    return """
    \\begin{table}
    \\caption{%s}
    %s%s\\end{table}
    """
        .formatted(ESCAPER.escape(caption), tabular, below);
  }
}
