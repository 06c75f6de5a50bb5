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
    return cells.stream().map(ESCAPER::escape).collect(Collectors.joining(" & ", "", " \\\\\n"));
  }

  /** A whole table; heading and body are rows already. */
  static String table(String caption, String columns, String heading, String body) {
    return """
    \\begin{table}
    \\caption{%s}
    \\begin{tabular}{%s}
    \\toprule
    %s\\midrule
    %s\\bottomrule
    \\end{tabular}
    \\end{table}
    """
        .formatted(ESCAPER.escape(caption), columns, heading, body);
  }
}
